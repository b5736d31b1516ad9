import path from 'node:path';
import { buildPages } from '../../docs-src/engine/pages/build-pages.ts';
import { createSite } from '../../docs-src/engine/pages/site.ts';
import type { SiteInput } from '../../docs-src/engine/pages/site-input.ts';
import { readPageSource } from '../../docs-src/engine/source/read-page-source.ts';
import type { PageView } from '../../docs-src/engine/views/views.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { modelOf } from '../openapi/model-of.ts';

export const templatesFolder = packageFile('docs-src/theme/templates');

export interface ToySite {
  /** Path in this package, or the document itself. */
  readonly document?: string | object;
  readonly page?: string;
}

/** The views of a site, before they are printed: what buildSite makes of the same files, without its checks. */
export async function sitePagesOf({ document, page }: ToySite): Promise<Generator<PageView>> {
  const model =
    typeof document === 'string'
      ? await readModel({ document: packageFile(document), strict: false })
      : document && (await modelOf(document));
  const source =
    page === undefined ? undefined : readPageSource(packageFile(page), { shownAs: path.basename(page) });
  return buildPages(createSite(siteInput({ model, pages: [{ path: 'index.html', source }] })));
}

/** What a small site is made from. */
export function siteInput(parts: Partial<SiteInput>): SiteInput {
  return {
    model: undefined,
    pages: [{ path: 'index.html', source: undefined }],
    isSlate: false,
    writersVariables: '',
    logo: undefined,
    editUrl: 'https://git.example/edit/{file}',
    documentFile: 'openapi.yaml',
    theme: { templates: templatesFolder, files: new Map(), styles: ['site.css'], scripts: ['site.js'] },
    locale: undefined,
    baseUrl: 'https://docs.example/kit/',
    tryItServers: ['/mock'],
    assets: new Map([
      ['logo.svg', ''],
      ['favicon.svg', ''],
    ]),
    headingIds: 'counted',
    hasSmartyPants: false,
    savedPages: new Map(),
    translations: new Map([['fr', 'fr/']]),
    isOnePage: false,
    hasDownloads: true,
    onFault: () => undefined,
    ...parts,
  };
}
