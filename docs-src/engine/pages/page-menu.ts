import { remember } from '../../../openapi/model/remember.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { menuOf } from '../outline/menu.ts';
import { share } from '../views/shared-views.ts';
import type { MenuEntry } from '../views/views.ts';
import type { Site, WrittenPage } from './site.ts';
import { headingHref, placeHref, rootFrom, shownPath } from './site-links.ts';

interface Headings {
  /** With what is under them. */
  readonly open: readonly MenuEntry[];
  readonly closed: readonly MenuEntry[];
}

/** By the page that they are of and where they are seen from: pages of one folder have entries in common, each printed once. */
const knownHeadings = new WeakMap<WrittenPage, Map<string, Headings>>();
const knownGuides = new WeakMap<WrittenPage, Map<string, MenuEntry>>();

function headingsSeenFrom(path: string, page: WrittenPage, site: Site): Headings {
  const isHere = path === page.path || path === shownPath(site, page);
  const ofPage = remember(knownHeadings, page, () => new Map<string, Headings>());
  return remember(ofPage, isHere ? path : rootFrom(path), () => {
    const open = menuOf(page.placements, (id, operationId) => headingHref(site, path, page, id, operationId));
    for (const entry of open) [entry, ...entry.children].forEach(share);
    return { open, closed: open.map((entry) => share({ ...entry, children: [] })) };
  });
}

/** Entries as a page shows them that one of them may lead to; of a short menu only the section with that one is open. */
function openedAt(href: string, { open, closed }: Headings, isShort: boolean): readonly MenuEntry[] {
  return open.map((entry, index) => {
    const isCurrent = entry.href === href;
    const isAbove = entry.children.some((child) => child.href === href);
    const shown = isShort && !isAbove ? (closed[index] as MenuEntry) : entry;
    if (!isCurrent && !isAbove) return shown;
    const children = shown.children.map((child) =>
      child.href === href ? { ...child, isCurrent: true } : child,
    );
    return { ...shown, isCurrent, children };
  });
}

/**
 * The menu at a path that belongs to a written page: the headings of the first page, then the guides, of which the open
 * one shows its headings. In a big document, and on a guide, only the section that the path is in has its entries open.
 */
export function pageMenu(site: Site, page: WrittenPage, path: string): readonly MenuEntry[] {
  const { first, pages, hasOverview, input } = site;
  const root = rootFrom(path);
  const headingsOf = (of: WrittenPage, isShort: boolean) =>
    openedAt(root + path, headingsSeenFrom(path, of, site), isShort);
  if (input.isSlate) return headingsOf(page, false);
  const isShort = page !== first || (hasOverview && path !== first.path);
  const guides = pages.slice(1).map((guide) => {
    const entry = remember(
      remember(knownGuides, guide, () => new Map<string, MenuEntry>()),
      root,
      () => guideEntry(guide, root),
    );
    if (guide !== page) return entry;
    const title = guide.placements.find((placement) => placement.kind === 'heading')?.heading;
    const isTop = title?.level === 1;
    const isCurrent = path === guide.path;
    const children = headingsOf(guide, false).flatMap(({ children, ...heading }, index) => [
      // The guide's own title is its entry.
      ...(index === 0 && isTop ? [] : [{ ...heading, children: [] }]),
      ...children,
    ]);
    const href = isTop && isCurrent ? placeHref(site, path, guide, title.id) : entry.href;
    return { ...entry, href, isCurrent, children };
  });
  return [...headingsOf(first, isShort), ...guides];
}

function guideEntry({ title, path }: WrittenPage, root: string): MenuEntry {
  return share({
    title,
    titleHtml: escapeHtml(title),
    href: root + path,
    method: undefined,
    isDeprecated: false,
    group: undefined,
    isCurrent: false,
    children: [],
  });
}
