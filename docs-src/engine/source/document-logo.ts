import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentFault, JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { Brand } from './brand.ts';

/** `info.x-logo`: a file beside the document or an image in its address; one of another host is named, not loaded. */
export function readDocumentLogo(
  value: JsonValue | undefined,
  document: string,
): Pick<Brand, 'logo' | 'assets'> & { readonly faults: readonly DocumentFault[] } {
  const assets = new Map<string, Uint8Array>();
  if (!isObject(value) || typeof value.url !== 'string') return { logo: undefined, assets, faults: [] };
  const { url, altText, href } = value;
  const words = {
    ...(typeof altText === 'string' ? { alt: altText } : {}),
    ...(typeof href === 'string' && /^https?:/i.test(href) ? { link: href } : {}),
  };
  if (/^data:image\//i.test(url)) return { logo: { address: url, ...words }, assets, faults: [] };
  const isElsewhere = /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
  const file = path.join(path.dirname(document), url);
  if (!isElsewhere && existsSync(file)) {
    const address = `document-logo${path.extname(url).toLowerCase()}`;
    assets.set(address, readFileSync(file));
    return { logo: { address, ...words }, assets, faults: [] };
  }
  const message = isElsewhere
    ? `the logo "${url}" is not loaded: a page asks no other host; keep the file beside the document`
    : `the logo "${url}" is no file beside the document`;
  const location = { file: document, pointer: '/info/x-logo/url' };
  // Without words of its own the title stands there.
  const logo = 'alt' in words || 'link' in words ? { address: undefined, ...words } : undefined;
  return { logo, assets, faults: [{ message, location, effect: 'lost' }] };
}
