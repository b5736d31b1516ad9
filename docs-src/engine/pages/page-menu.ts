import { escapeHtml } from '../markdown/escape-html.ts';
import { menuOf } from '../outline/menu.ts';
import type { MenuEntry } from '../views/views.ts';
import type { Site, WrittenPage } from './site.ts';
import { headingHref, placeHref, rootFrom } from './site-links.ts';

/**
 * The menu at a path that belongs to a written page: the headings of the first page, then the guides, of which the open
 * one shows its headings. In a big document, and on a guide, only the section that the path is in has its entries open.
 */
export function pageMenu(
  site: Site,
  page: WrittenPage,
  path: string,
  currentOperationId?: string,
): MenuEntry[] {
  const { first, pages, hasOverview, input } = site;
  const headingsOf = (of: WrittenPage, isShort: boolean) =>
    menuOf(of.placements, {
      hrefOf: (id, operationId) => headingHref(site, path, of, id, operationId),
      currentOperationId,
      isShort,
    });
  if (input.isSlate) return headingsOf(page, false);
  const isShort = page !== first || (hasOverview && path !== first.path);
  const guides = pages.slice(1).map((guide): MenuEntry => {
    const title = guide.placements.find((placement) => placement.kind === 'heading')?.heading;
    const isTop = title?.level === 1;
    const href =
      isTop && path === guide.path ? placeHref(site, path, guide, title.id) : rootFrom(path) + guide.path;
    const headings = guide === page ? headingsOf(guide, false) : [];
    return {
      title: guide.title,
      titleHtml: escapeHtml(guide.title),
      href,
      method: undefined,
      isDeprecated: false,
      group: undefined,
      isCurrent: path === guide.path,
      children: headings.flatMap(({ children, ...entry }, index) => [
        // The guide's own title is its entry.
        ...(index === 0 && isTop ? [] : [{ ...entry, children: [] }]),
        ...children,
      ]),
    };
  });
  return [...headingsOf(first, isShort), ...guides];
}
