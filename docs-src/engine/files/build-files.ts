import { jsonText } from '../../../openapi/model/json-text.ts';
import { yamlText } from '../../../openapi/model/yaml-text.ts';
import { buildPages } from '../pages/build-pages.ts';
import { markdownPath, postmanPath, searchDataPath, writersStyles } from '../pages/page-frame.ts';
import { printPage } from '../pages/print-page.ts';
import type { Site } from '../pages/site.ts';
import type { SiteFile } from '../pages/site-file.ts';
import { createPageTemplates } from '../pages/templates.ts';
import { wordsOf } from '../words/words.ts';
import { llmsText } from './llms-text.ts';
import { postmanCollection } from './postman-collection.ts';
import { searchData, searchScript } from './search-data.ts';
import { sitemap } from './sitemap.ts';
import type { TextLinks } from './text-links.ts';

/**
 * Prints all pages and puts the files beside them that readers, search engines and tools ask for; one after the other, so that
 * a big site need not be in memory. Of two with one path the later is meant.
 */
export function* buildFiles(site: Site, { withLinks }: Pick<TextLinks, 'withLinks'>): Generator<SiteFile> {
  const { input } = site;
  const { model, theme, baseUrl } = input;
  yield* input.assets;
  yield* theme.files;
  const templates = createPageTemplates(theme.templates);
  const paths: string[] = [];
  const written = new Map<string, string>();
  for (const page of buildPages(site)) {
    const { html, markdown } = printPage(page, templates, wordsOf(page.site.locale), (html) =>
      withLinks(html, page.path),
    );
    yield [page.path, html];
    if (page.kind !== 'not-found') paths.push(page.path);
    if (markdown === undefined) continue;
    yield [markdownPath(page.path), markdown];
    if (site.pages.some(({ path }) => path === page.path)) written.set(page.path, markdown);
  }
  if (site.stylesheet !== '') yield [writersStyles, `${site.stylesheet}\n`];
  if (site.pages.some(({ view }) => view.hasSearch)) yield [searchDataPath, searchScript(searchData(site))];
  // GitHub Pages would make pages of its own from the Markdown beside ours.
  yield ['.nojekyll', ''];
  if (baseUrl !== undefined) {
    yield ['sitemap.xml', sitemap(baseUrl, paths)];
    yield ['robots.txt', `User-agent: *\nAllow: /\nSitemap: ${baseUrl}sitemap.xml\n`];
  }
  if (!input.hasDownloads) return;
  const markdown = site.pages.map(({ path }) => written.get(path));
  yield ['llms-full.txt', `# ${site.first.view.title}\n\n${markdown.join('\n')}`];
  yield ['llms.txt', llmsText(site)];
  if (model === undefined) return;
  yield ['openapi.json', `${jsonText(model.bundled, 2)}\n`];
  yield ['openapi.yaml', yamlText(model.bundled)];
  yield [postmanPath, postmanCollection(model)];
}
