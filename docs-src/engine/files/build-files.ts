import { buildPages, type SitePages, searchDataPath, writersStyles } from '../pages/build-pages.ts';
import { markdownPath } from '../pages/page-context.ts';
import { printPage } from '../pages/print-page.ts';
import type { SiteInput } from '../pages/site-input.ts';
import type { SiteFiles } from '../pages/site-theme.ts';
import { createPageTemplates } from '../pages/templates.ts';
import { errorCodesOf } from '../views/error-codes.ts';
import type { LinkView, PageView } from '../views/views.ts';
import type { EngineWords } from '../words/words.ts';
import { llmsText } from './llms-text.ts';
import { postmanCollection } from './postman-collection.ts';
import { searchData, searchRecords } from './search-data.ts';
import { sitemap } from './sitemap.ts';
import { yamlText } from './yaml-text.ts';

const postmanPath = 'postman-collection.json';

function downloadsOf(words: EngineWords): LinkView[] {
  return [
    { label: words.download.json, href: 'openapi.json' },
    { label: words.download.yaml, href: 'openapi.yaml' },
    { label: words.download.postman, href: postmanPath },
  ];
}

/** Prints all pages and puts the files beside them that readers, search engines and tools ask for. */
export function buildFiles(input: SiteInput): SiteFiles {
  const { model, theme, baseUrl } = input;
  const isDocumentPublished = model !== undefined && input.hasDownloads;
  const files = new Map<string, string | Uint8Array>([...input.assets, ...theme.files]);
  const site = buildPages(input, (words) => (isDocumentPublished ? downloadsOf(words) : []));
  const templates = createPageTemplates(theme.templates);
  const paths: string[] = [];
  for (const page of site.pages()) {
    const { html, markdown } = printPage(page, templates, site.words);
    files.set(page.path, html);
    if (page.kind !== 'not-found') paths.push(page.path);
    if (markdown !== undefined) addMarkdown(files, page, markdown, site, model !== undefined);
  }
  if (site.stylesheet !== '') files.set(writersStyles, `${site.stylesheet}\n`);
  if (site.site.hasSearch) {
    const errorCodes = errorCodesOf(model?.schemas.values() ?? []);
    files.set(searchDataPath, searchData(searchRecords(site.placements, site.plan, errorCodes)));
  }
  // GitHub Pages would make pages of its own from the Markdown beside ours.
  files.set('.nojekyll', '');
  if (baseUrl !== undefined) {
    files.set('sitemap.xml', sitemap(baseUrl, [...paths, ...input.furtherPaths]));
    files.set('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${baseUrl}sitemap.xml\n`);
  }
  if (!isDocumentPublished) return files;
  files.set('openapi.json', `${JSON.stringify(model.bundled, null, 2)}\n`);
  files.set('openapi.yaml', yamlText(model.bundled));
  files.set(postmanPath, postmanCollection(model));
  return files;
}

/** The page's Markdown beside it; the one-page version's is all there is to read, and llms-full.txt. */
function addMarkdown(
  files: Map<string, string | Uint8Array>,
  page: PageView,
  markdown: string,
  { plan, words, placements, site }: SitePages,
  hasDocument: boolean,
): void {
  files.set(markdownPath(page.path), markdown);
  if (page.kind !== 'whole') return;
  files.set('llms-full.txt', `# ${site.title}\n\n${markdown}`);
  const base = page.canonicalUrl === undefined ? '' : page.canonicalUrl.replace(/[^/]*$/, '');
  const text = llmsText({
    title: site.title,
    description: page.description,
    operations: placements.filter((placement) => placement.kind === 'operation'),
    markdownPath: ({ operation }) => markdownPath(plan.isOnePage ? page.path : plan.operationPath(operation)),
    hasDocument,
    base,
    wholeMarkdown: markdownPath(page.path),
    words,
  });
  files.set('llms.txt', text);
}
