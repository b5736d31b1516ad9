import { renderText } from '../markdown/document-text.ts';
import { assumptionAnchor, assumptionsOf } from '../views/assumptions.ts';
import type { PageLinks } from '../views/page-links.ts';
import { schemeAnchor } from '../views/security-views.ts';
import type { EngineWords } from '../words/words.ts';
import type { Site, WrittenPage } from './site.ts';

/** Prefix of links from a page to the site's root. */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** Where a reader finds a page's text: of a big document on the overview, without the operations. */
export function shownPath(site: Site, page: WrittenPage): string {
  return site.hasOverview && page === site.first ? 'index.html' : page.path;
}

/** A place of a page, seen from a path; the overview has all places but operations. */
export function placeHref(site: Site, path: string, page: WrittenPage, anchor: string): string {
  const shown = shownPath(site, page);
  return path === page.path || path === shown ? `#${anchor}` : `${rootFrom(path)}${shown}#${anchor}`;
}

/** Where a heading is, seen from a path: that of an operation leads to the operation's own page, unless it is here. */
export function headingHref(
  site: Site,
  path: string,
  page: WrittenPage,
  id: string,
  operationId: string | undefined,
): string {
  const placed = operationId === undefined ? undefined : site.operations.get(operationId);
  if (path === page.path || placed === undefined || site.input.isOnePage)
    return placeHref(site, path, page, id);
  return rootFrom(path) + placed.path;
}

/** Links as seen from a written page (`#search`, `../index.html#search`), or from any other (`../operations/search.html`). */
export function pageLinks(site: Site, path: string, words: EngineWords): PageLinks {
  const { input, operations, schemaPages, holders } = site;
  const { model } = input;
  const root = rootFrom(path);
  const isWritten = site.pages.some((page) => page.path === path);
  const security = holders.get('security');
  const headers = holders.get('headers');
  const assumptions = holders.get('assumptions');
  return {
    operation: (operationId) => {
      const placed = operations.get(operationId);
      if (placed === undefined) return undefined;
      if (path === placed.page.path) return `#${placed.anchor}`;
      const isThere = input.isOnePage || (isWritten && !site.hasOverview);
      return isThere ? `${root}${placed.page.path}#${placed.anchor}` : root + placed.path;
    },
    schema: (node, title) => {
      const page = schemaPages.of(node, title);
      const href = input.isOnePage ? placeHref(site, path, site.first, page.anchor) : root + page.path;
      return { label: words.seeSchema(page.title), href };
    },
    assumption: (text) => {
      const number =
        text === undefined || model === undefined ? undefined : assumptionsOf(model).get(text)?.number;
      if (number === undefined || assumptions === undefined) return undefined;
      const href = placeHref(site, path, assumptions, assumptionAnchor(number));
      return { label: String(number), href };
    },
    textHtml: (text) => {
      if (text === undefined || model === undefined) return renderText(text);
      const { own, ofOverlays } = model.languages;
      const language = ofOverlays.has(text) ? ofOverlays.get(text) : own;
      return renderText(text, language === words.locale ? undefined : language);
    },
    security: (schemeId) =>
      security === undefined || model?.securitySchemes.has(schemeId) !== true
        ? undefined
        : placeHref(site, path, security, schemeAnchor(schemeId)),
    headers: (name) => {
      const anchor = site.headerAnchors.get(name.toLowerCase());
      return anchor === undefined || headers === undefined
        ? undefined
        : placeHref(site, path, headers, anchor);
    },
  };
}
