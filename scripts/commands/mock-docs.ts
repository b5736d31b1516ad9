import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuildSiteOptions, SiteFiles } from '../../docs-src/build-site.ts';
import type { MockServer } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { mockOptions } from '../config/options.ts';
import { StopError } from './stop-error.ts';
import { writeSite } from './write-site.ts';

/** What pages say for a mock's address: they are written before it is known. */
export const writtenUrl = `http://127.0.0.1:${mockOptions.port.default}`;
const textFile = /\.(html|md|txt|js|json|yaml|xml|css)$/;

/** What a site is of: undefined is the package's own. */
export interface Documented {
  readonly document: string | undefined;
  readonly plans: BuildSiteOptions['plans'] | undefined;
  readonly overlays: BuildSiteOptions['overlays'] | undefined;
}

/**
 * The documentation that goes with a mock: of the package's own document as it was built, which is served as it is from
 * now on; of another one made now.
 */
export async function makeDocs(
  server: MockServer,
  { document, plans, overlays }: Documented,
): Promise<SiteFiles> {
  if (document === undefined && plans === undefined && overlays === undefined) {
    const folder = packageFile('dist/docs');
    if (!existsSync(folder)) throw new StopError(`It is not built: there is no ${folder}.`, 2);
    server.serveSite(folder);
    return readFolder(folder);
  }
  const { buildSite } = await import('../../docs-src/build-site.ts');
  return buildSite({
    document,
    plans,
    overlays,
    tryItServers: [server.apiUrl.slice(server.url.length)],
  });
}

function readFolder(folder: string): SiteFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), readFileSync(file)]));
}

/** Has a mock serve documentation that says where this mock is; returns how to take it away again. */
export async function serveDocs(server: MockServer, files: SiteFiles): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'api-kit-docs-'));
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const addressed = [...files].map(
      ([name, content]) => [name, withAddress(name, content, server)] as const,
    );
    await writeSite(new Map(addressed), folder);
    server.serveSite(folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

/** A file with the mock's real addresses in the place of the written ones. */
function withAddress(
  name: string,
  content: string | Uint8Array,
  { url, adminUrl = `${url}/__mock` }: MockServer,
): string | Uint8Array {
  if (!textFile.test(name)) return content;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return text.replace(new RegExp(`${writtenUrl}(/__mock)?(?!\\d)`, 'g'), (_written, admin?: string) =>
    admin === undefined ? url : adminUrl,
  );
}
