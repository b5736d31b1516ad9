import type { LinkView, PageView, SiteView } from '../views/views.ts';

/** What all pages of a site share. */
export interface PageFrame {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** Ends in a slash; undefined where the site's address is not known. */
  readonly baseUrl: string | undefined;
  readonly contentSecurityPolicy: string;
  readonly logo: { readonly path: string; readonly alt: string } | undefined;
  readonly favicon: string | undefined;
  readonly searchDataPath: string;
  readonly hasMarkdown: boolean;
  /** Label and path in the site. */
  readonly downloads: readonly LinkView[];
}

export type PageContent = Pick<PageView, 'kind' | 'path' | 'title' | 'description' | 'menu' | 'blocks'> &
  Partial<Pick<PageView, 'previous' | 'next'>> & { readonly markdownPath: string | undefined };

/** Address of a page under the base URL; the index is its folder. */
export function absoluteUrl(baseUrl: string, path: string): string {
  return baseUrl + path.replace(/(^|\/)index\.html$/, '$1');
}

/** Puts a page's own content into what every page of the site has. */
export function pageView(content: PageContent, site: SiteView, frame: PageFrame, root: string): PageView {
  const { baseUrl } = frame;
  const isMissingPage = content.kind === 'not-found';
  const canonicalUrl =
    baseUrl === undefined || isMissingPage ? undefined : absoluteUrl(baseUrl, content.path);
  const openGraph = [
    { property: 'og:title', content: content.title },
    { property: 'og:type', content: 'website' },
    { property: 'og:site_name', content: site.title },
    ...(content.description === '' ? [] : [{ property: 'og:description', content: content.description }]),
    ...(canonicalUrl === undefined ? [] : [{ property: 'og:url', content: canonicalUrl }]),
    { property: 'og:locale', content: site.locale.replace('-', '_') },
  ];
  return {
    kind: content.kind,
    site,
    path: content.path,
    root,
    title: content.title,
    description: content.description,
    canonicalUrl,
    openGraph,
    contentSecurityPolicy: frame.contentSecurityPolicy,
    styles: frame.styles.map((file) => root + file),
    scripts: frame.scripts.map((file) => root + file),
    favicon: frame.favicon === undefined ? undefined : root + frame.favicon,
    logo: frame.logo === undefined ? undefined : { href: root + frame.logo.path, alt: frame.logo.alt },
    homeHref: root === '' ? './' : root,
    markdownHref:
      frame.hasMarkdown && content.markdownPath !== undefined ? root + content.markdownPath : undefined,
    searchDataHref: site.hasSearch ? root + frame.searchDataPath : undefined,
    downloads: frame.downloads.map(({ label, href }) => ({ label, href: root + href })),
    menu: content.menu,
    blocks: content.blocks,
    previous: content.previous,
    next: content.next,
  };
}

/** Nothing from elsewhere, nothing inline; Try it may call the servers it offers, pages may show the images they name. */
export function contentSecurityPolicy(
  tryItServers: readonly string[],
  imageOrigins: readonly string[],
): string {
  const origins = tryItServers
    .filter((server) => /^https?:/.test(server))
    .map((server) => new URL(server).origin);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self' data:", ...imageOrigins].join(' '),
    "font-src 'self'",
    ["connect-src 'self'", ...new Set(origins)].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
