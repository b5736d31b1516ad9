import type { PageView } from '../views/views.ts';
import { missingPage, sitePath } from './missing-page.ts';
import { operationPage } from './operation-page.ts';
import { overviewPage } from './overview-page.ts';
import { type PageContent, pageView } from './page-frame.ts';
import { schemaPage } from './schema-page.ts';
import type { Site, WrittenPage } from './site.ts';
import { rootFrom } from './site-links.ts';
import { wholePage } from './whole-page.ts';

/**
 * Makes every page's values: the written pages, a page per operation, a page per schema that a tree stopped at, 404. One
 * after the other, so that pages of a big document need not be in memory together.
 */
export function* buildPages(site: Site): Generator<PageView> {
  const { input, first, pages, hasOverview, schemaPages } = site;
  const finish = (content: PageContent, page: WrittenPage) =>
    pageView(content, page, site, rootFrom(content.path));
  if (hasOverview) yield finish(overviewPage(site), first);
  // On one page alone the first comes last: it has sections for the schemas that the trees of all pages stop at.
  for (const page of input.isOnePage ? [...pages.slice(1), first] : pages)
    yield finish(wholePage(site, page), page);
  if (input.isOnePage) return;
  const operations = [...site.operations.values()];
  for (const [index, placed] of operations.entries())
    yield finish(operationPage(site, placed, operations[index - 1], operations[index + 1]), placed.page);
  // The list grows while these pages are made: their own trees may stop too.
  for (const page of schemaPages.all) yield finish(schemaPage(site, page), first);
  yield pageView(missingPage(site), first, site, sitePath(site));
}
