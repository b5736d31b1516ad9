import { decodedOrItself } from '../../../openapi/model/percent-encoding.ts';
import { tagTitle } from '../outline/tag-groups.ts';
import type { PageLinks } from '../views/page-links.ts';
import { idOf } from '../views/parameter-groups.ts';
import type { Site } from './site.ts';
import { pageLinks, placeHref, rootFrom } from './site-links.ts';

/** Where a link of the document's texts leads: its address as seen from a page. */
export type TextTarget = (path: string) => string | undefined;

/** Titles that differ only in case, accents and marks are one to those who write links. */
function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Finds what links in a document's texts mean: headings of the page, operations, tags and schemas, also as Redoc
 * (`#operation/list`, `#tag/Pets/operation/list`, `#section/Title`), Swagger UI (`#/Pets/list`) and JSON pointers
 * (`#/components/schemas/Pet`) name them; pages and files beside the page.
 */
export function createTextTargets(site: Site): (href: string) => TextTarget | undefined {
  const { model } = site.input;
  const places = new Map<string, TextTarget>();
  const titles = new Map<string, TextTarget>();
  const operations = new Map<string, TextTarget>();
  let last: { readonly path: string; readonly links: PageLinks } | undefined;
  const linksFrom = (path: string) => {
    if (last?.path !== path) last = { path, links: pageLinks(site, path, site.first.words) };
    return last.links;
  };
  const addHeading = (id: string, title: string, target: TextTarget) => {
    if (!places.has(id)) places.set(id, target);
    if (!titles.has(slugOf(title))) titles.set(slugOf(title), target);
  };
  for (const operationId of site.operations.keys()) {
    const target = (path: string) => linksFrom(path).operation(operationId);
    for (const name of [operationId, idOf(operationId)])
      if (!operations.has(name)) operations.set(name, target);
  }
  for (const page of site.pages)
    for (const placement of page.placements) {
      const heading = 'heading' in placement ? placement.heading : undefined;
      if (heading === undefined) continue;
      const { operation } = placement as { operation?: { operationId: string } };
      const target =
        (operation && operations.get(operation.operationId)) ??
        ((path: string) => placeHref(site, path, page, heading.id));
      for (const id of [heading.id, ...heading.anchors]) addHeading(id, heading.title, target);
    }
  for (const tag of model?.tags ?? []) {
    const target = titles.get(slugOf(tagTitle(tag)));
    if (target !== undefined && !titles.has(slugOf(tag.name))) titles.set(slugOf(tag.name), target);
  }
  const schema = (name: string): TextTarget | undefined => {
    const node = model?.schemas.get(name);
    if (node === undefined) return undefined;
    // Asked for now, so that the schema has its page whenever that is made.
    linksFrom(site.first.path).schema(node, name);
    return (path) => linksFrom(path).schema(node, name).href;
  };
  const ofPath = ([path = '', method]: readonly string[]) => {
    const found = model?.operations.find(
      (operation) => operation.path === path && (method === undefined || operation.method === method),
    );
    return found && operations.get(found.operationId);
  };
  const security = (name: string): TextTarget | undefined =>
    model?.securitySchemes.has(name) ? (path) => linksFrom(path).security(name) : undefined;

  const placeOf = (fragment: string): TextTarget | undefined => {
    const segments = fragment
      .split('/')
      .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = segments.at(-1) ?? '';
    if (fragment.startsWith('/paths/')) return ofPath(segments.slice(2));
    const isSchema =
      /^(\/components\/|\/definitions\/)?(schemas?|models?|definitions)\/|^\/definitions\/|^tocS_/i;
    if (isSchema.test(fragment)) return schema(last.replace(/^tocS_/, ''));
    return (
      places.get(fragment) ??
      operations.get(last) ??
      security(last) ??
      segments
        .toReversed()
        .map((segment) => titles.get(slugOf(segment)))
        .find((target) => target !== undefined)
    );
  };
  const fileOf = (name: string, fragment: string): TextTarget | undefined => {
    const wanted = name.replace(/^(\.\/)+/, '');
    const names = [wanted, wanted.replace(/(\.html)?\.md$/, '.html'), `${wanted}.html`];
    const found = names.find(
      (candidate) => site.input.assets.has(candidate) || site.pages.some((page) => page.path === candidate),
    );
    return found === undefined
      ? undefined
      : (path) => `${rootFrom(path)}${found}${fragment === '' ? '' : `#${fragment}`}`;
  };
  return (href) => {
    const [file = '', ...rest] = decodedOrItself(href).split('#');
    const fragment = rest.join('#');
    if (file !== '') return /^[/?]/.test(file) ? undefined : fileOf(file, fragment);
    return fragment === '' ? undefined : placeOf(fragment);
  };
}
