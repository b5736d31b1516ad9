import type { Placement } from '../outline/outline.ts';
import { sitePlacements } from '../outline/site-placements.ts';
import { createInlineStyles } from '../source/inline-styles.ts';
import type { LinkView, PageView, SiteView } from '../views/views.ts';
import { type EngineWords, wordsOf } from '../words/words.ts';
import { missingPage, sitePath } from './missing-page.ts';
import { operationPage } from './operation-page.ts';
import { overviewPage } from './overview-page.ts';
import type { PageContext } from './page-context.ts';
import { contentSecurityPolicy, type PageContent, type PageFrame, pageView } from './page-frame.ts';
import { schemaPage } from './schema-page.ts';
import type { SiteInput } from './site-input.ts';
import { createSitePlan, type SchemaPage, type SitePlan } from './site-plan.ts';
import { imageOrigins, siteDescription, siteSettings, siteView } from './site-view.ts';
import { wholePage } from './whole-page.ts';

/** Path of the stylesheet with the writer's own styles. */
export const writersStyles = 'page-styles.css';
export const searchDataPath = 'search-data.js';

/** Slate's search looks through the page that it is on: a further page has data of its own. */
export function searchDataPathOf(page: string): string {
  return page === 'index.html' ? searchDataPath : page.replace(/\.html$/, '-search-data.js');
}

/** A site as views, with what the files beside the pages are made from. */
export interface SitePages {
  readonly site: SiteView;
  readonly words: EngineWords;
  readonly placements: readonly Placement[];
  readonly plan: SitePlan;
  /** Styles that the writer's raw HTML brought; empty without any. */
  readonly stylesheet: string;
  /** Made one after the other, so that pages of a big document need not be in memory together. */
  pages(): Generator<PageView>;
}

/** Makes every page's values: the one-page version, a page per operation, a page per schema that a tree stopped at, 404. */
export function buildPages(
  input: SiteInput,
  downloadsOf: (words: EngineWords) => readonly LinkView[],
): SitePages {
  const { model, theme } = input;
  const words = wordsOf(siteSettings(input).locale ?? input.locale ?? 'en');
  const styles = createInlineStyles();
  const placements = sitePlacements(input, words, styles);
  const plan = createSitePlan(placements, model, words, input.isOnePage, input.path);
  const site = siteView(input, words);
  const description = siteDescription(input, placements);
  const context: PageContext = { input, words, site, description, placements, plan };
  const stylesheet = [input.writersVariables, styles.stylesheet()].filter((css) => css !== '').join('\n');
  const frame: PageFrame = {
    site,
    styles: [...theme.styles, ...(stylesheet === '' ? [] : [writersStyles])],
    scripts: theme.scripts,
    baseUrl: input.baseUrl,
    contentSecurityPolicy: contentSecurityPolicy(input.tryItServers, imageOrigins(placements)),
    logo: input.logo,
    favicon: input.favicon,
    searchDataPath: site.hasSearch ? searchDataPathOf(input.path) : undefined,
    hasMarkdown: input.hasDownloads,
    downloads: downloadsOf(words),
  };
  const finish = (content: PageContent) => pageView(content, frame, plan.root(content.path));

  function* pages(): Generator<PageView> {
    if (plan.hasOverview) yield finish(overviewPage(context));
    yield finish(wholePage(context));
    if (plan.isOnePage) return;
    const operations = placements.filter((placement) => placement.kind === 'operation');
    for (const [index, placement] of operations.entries()) {
      yield finish(operationPage(context, placement, operations[index - 1], operations[index + 1]));
    }
    // The list grows while these pages are made: their own trees may stop too.
    for (let index = 0; index < plan.schemaPages.length; index += 1) {
      yield finish(schemaPage(context, plan.schemaPages[index] as SchemaPage));
    }
    yield pageView(missingPage(context), frame, sitePath(context));
  }

  return { site, words, placements, plan, stylesheet, pages };
}
