import { textOfHtml } from '../markdown/page-elements.ts';
import type { OperationPlacement, Placement } from '../outline/outline.ts';
import { outlinePages } from '../outline/outline-pages.ts';
import { createInlineStyles } from '../source/inline-styles.ts';
import { badgeStyles } from '../views/badges.ts';
import { idOf } from '../views/parameter-groups.ts';
import { sharedHeaders } from '../views/response-headers.ts';
import type { SiteView } from '../views/views.ts';
import { type Locale, wordsOf } from '../words/words.ts';
import { contentSecurityPolicy } from './page-frame.ts';
import { createSchemaPages, longestFileName, type SchemaPages, uniqueFileName } from './schema-pages.ts';
import type { SiteInput, SitePage } from './site-input.ts';
import { imageOrigins, settingsOf, shortDescription, siteView } from './site-view.ts';

/** A page of the site's list with what is on it. */
export interface WrittenPage {
  /** Where it is as a whole: mostly its own path; `all.html` where the document is too big to open with. */
  readonly path: string;
  readonly title: string;
  /** The file that it is made from; undefined without any. */
  readonly file: string | undefined;
  /** For search engines. */
  readonly description: string;
  readonly words: Locale;
  readonly view: SiteView;
  readonly placements: readonly Placement[];
}

/** An operation in its place: on the first page that mentions it. */
export interface PlacedOperation {
  readonly placement: OperationPlacement;
  readonly page: WrittenPage;
  /** Id of its heading there. */
  readonly anchor: string;
  /** The page that it has to itself. */
  readonly path: string;
}

/** A site before its pages are printed: what is on them, and where everything is. Addresses depend on names alone. */
export interface Site {
  readonly input: SiteInput;
  readonly first: WrittenPage;
  readonly pages: readonly WrittenPage[];
  /** True where index.html is an overview and the first page's whole stands on a page of its own. */
  readonly hasOverview: boolean;
  /** By operationId, in the order of the pages. */
  readonly operations: ReadonlyMap<string, PlacedOperation>;
  readonly schemaPages: SchemaPages;
  /** The first page with each kind of section: every page's links ask for some. */
  readonly holders: ReadonlyMap<Placement['kind'], WrittenPage>;
  /** Of each header that many replies send, by its name in lower case: its place in the section that describes them. */
  readonly headerAnchors: ReadonlyMap<string, string>;
  /** The writer's own styles; empty without any. */
  readonly stylesheet: string;
  readonly contentSecurityPolicy: string;
}

/** A page with more operations than this is too long to open a site with. */
const maximumOperationsOfIndex = 150;

export function createSite(input: SiteInput): Site {
  const [firstPage] = input.pages;
  const styles = createInlineStyles();
  const wordsOfPage = (page: SitePage) => wordsOf(settingsOf(page).locale ?? input.locale ?? 'en');
  const outlines = outlinePages(input, wordsOfPage, styles);
  const operationsOfFirst = (outlines[0] ?? []).filter(({ kind }) => kind === 'operation');
  const hasOverview = !input.isOnePage && operationsOfFirst.length > maximumOperationsOfIndex;
  const pages = input.pages.map((page, index): WrittenPage => {
    const placements = outlines[index] ?? [];
    const words = wordsOfPage(page);
    const view = siteView(input, page, input.isSlate ? page : firstPage, words);
    return {
      path: hasOverview && page === firstPage ? 'all.html' : page.path,
      title: page === firstPage || input.isSlate ? view.title : titleOf(page, placements),
      file: page.source === undefined ? input.documentFile : page.source.texts[0]?.file,
      description: descriptionOf(page, input, placements),
      words,
      view,
      placements,
    };
  });
  return {
    input,
    first: pages[0] as WrittenPage,
    pages,
    hasOverview,
    operations: placeOperations(pages),
    schemaPages: createSchemaPages(),
    holders: holdersOf(pages),
    headerAnchors: headerAnchorsOf(input.model),
    stylesheet: [
      badgeStyles([...(input.model?.operations ?? []), ...(input.model?.webhooks ?? [])]),
      input.writersVariables,
      styles.stylesheet(),
    ]
      .filter((css) => css !== '')
      .join('\n'),
    contentSecurityPolicy: contentSecurityPolicy(input.tryItServers, imageOrigins(outlines.flat())),
  };
}

function headerAnchorsOf(model: SiteInput['model']): Map<string, string> {
  const groups = model === undefined ? [] : sharedHeaders(model);
  return new Map(
    groups.flatMap(({ headers, anchor }) => headers.map(({ name }) => [name.toLowerCase(), anchor] as const)),
  );
}

function holdersOf(pages: readonly WrittenPage[]): Map<Placement['kind'], WrittenPage> {
  const holders = new Map<Placement['kind'], WrittenPage>();
  for (const page of pages)
    for (const { kind } of page.placements) if (!holders.has(kind)) holders.set(kind, page);
  return holders;
}

function placeOperations(pages: readonly WrittenPage[]): Map<string, PlacedOperation> {
  const operations = new Map<string, PlacedOperation>();
  const names = new Set<string>();
  for (const page of pages) {
    let above = '';
    for (const placement of page.placements) {
      if (placement.kind === 'heading') above = placement.heading.id;
      if (placement.kind !== 'operation') continue;
      const { operationId } = placement.operation;
      if (operations.has(operationId)) continue;
      const path = `operations/${uniqueFileName(names, idOf(operationId).slice(0, longestFileName))}.html`;
      operations.set(operationId, { placement, page, anchor: placement.heading?.id ?? above, path });
    }
  }
  return operations;
}

/** Of the front matter, else the first heading, else the file's name. */
function titleOf(page: SitePage, placements: readonly Placement[]): string {
  const heading = placements.find((placement) => placement.kind === 'heading');
  const { title } = settingsOf(page);
  if (title !== '') return title;
  return heading?.kind === 'heading' ? heading.heading.title : page.path.replace(/^.*\/|\.html$/g, '');
}

/** Of the front matter, else the document's summary for the page that it opens with, else the first paragraph. */
function descriptionOf(page: SitePage, input: SiteInput, placements: readonly Placement[]): string {
  const first = placements.find((placement) => placement.kind === 'html');
  const prose = first?.kind === 'html' ? textOfHtml(first.html.split('</p>')[0] ?? '') : '';
  const summary = page === input.pages[0] ? input.model?.info.summary : undefined;
  return shortDescription(settingsOf(page).description ?? summary ?? prose);
}
