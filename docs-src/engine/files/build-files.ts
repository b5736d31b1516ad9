import { jsonText } from '../../../openapi/model/json-text.ts';
import { yamlText } from '../../../openapi/model/yaml-text.ts';
import { buildPages } from '../pages/build-pages.ts';
import { markdownPath, postmanPath, searchDataPath, writersStyles } from '../pages/page-frame.ts';
import { printPage } from '../pages/print-page.ts';
import type { Site } from '../pages/site.ts';
import type { SiteFiles } from '../pages/site-theme.ts';
import { createPageTemplates } from '../pages/templates.ts';
import { wordsOf } from '../words/words.ts';
import { llmsText } from './llms-text.ts';
import { postmanCollection } from './postman-collection.ts';
import { searchData, searchScript } from './search-data.ts';
import { sitemap } from './sitemap.ts';
import type { TextLinks } from './text-links.ts';

/** Prints all pages and puts the files beside them that readers, search engines and tools ask for. */
export function buildFiles(site: Site, { withLinks }: Pick<TextLinks, 'withLinks'>): SiteFiles {
  const { input } = site;
  const { model, theme, baseUrl } = input;
  const files = new Map<string, string | Uint8Array>([...input.assets, ...theme.files]);
  const templates = createPageTemplates(theme.templates);
  const paths: string[] = [];
  for (const page of buildPages(site)) {
    const { html, markdown } = printPage(page, templates, wordsOf(page.site.locale));
    files.set(page.path, withLinks(html, page.path));
    if (page.kind !== 'not-found') paths.push(page.path);
    if (markdown !== undefined) files.set(markdownPath(page.path), markdown);
  }
  if (site.stylesheet !== '') files.set(writersStyles, `${site.stylesheet}\n`);
  if (site.pages.some(({ view }) => view.hasSearch)) {
    files.set(searchDataPath, searchScript(searchData(site)));
  }
  // GitHub Pages would make pages of its own from the Markdown beside ours.
  files.set('.nojekyll', '');
  if (baseUrl !== undefined) {
    files.set('sitemap.xml', sitemap(baseUrl, paths));
    files.set('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${baseUrl}sitemap.xml\n`);
  }
  if (!input.hasDownloads) return files;
  const markdown = site.pages.map((page) => String(files.get(markdownPath(page.path))));
  files.set('llms-full.txt', `# ${site.first.view.title}\n\n${markdown.join('\n')}`);
  files.set('llms.txt', llmsText(site));
  if (model === undefined) return files;
  files.set('openapi.json', `${jsonText(model.bundled, 2)}\n`);
  files.set('openapi.yaml', yamlText(model.bundled));
  files.set(postmanPath, postmanCollection(model));
  return files;
}
