import type { LinkView, PageView, TranslationView } from '../views/views.ts';
import type { EngineWords } from '../words/words.ts';
import type { Site, WrittenPage } from './site.ts';
import type { SiteInput } from './site-input.ts';

/** Path of the stylesheet with the writer's own styles. */
export const writersStyles = 'page-styles.css';
export const searchDataPath = 'search-data.js';
export const postmanPath = 'postman-collection.json';

export type PageContent = Pick<PageView, 'kind' | 'path' | 'title' | 'description' | 'menu' | 'blocks'> &
  Partial<Pick<PageView, 'previous' | 'next'>>;

/** The same page as Markdown. */
export function markdownPath(path: string): string {
  return path.replace(/\.html$/, '.md');
}

/** Address of a page under the base URL; the index is its folder. */
export function absoluteUrl(baseUrl: string, path: string): string {
  return baseUrl + path.replace(/(^|\/)index\.html$/, '$1');
}

/** Puts a page's own content into what every page of the site has; `root` is the prefix of its links. */
export function pageView(
  content: PageContent,
  { view: site, words, file: sourceFile }: WrittenPage,
  of: Site,
  root: string,
): PageView {
  const { model, theme, assets, baseUrl, hasDownloads } = of.input;
  const asset = (names: readonly string[]) => names.find((name) => assets.has(name));
  const file = asset(['logo.svg', 'images/logo.svg', 'images/logo.png']);
  const own = of.input.logo ?? (file === undefined ? undefined : { address: file });
  const favicon = asset(['favicon.svg', 'favicon.ico', 'images/favicon.ico']);
  const styles = [...theme.styles, ...(of.stylesheet === '' ? [] : [writersStyles])];
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
    previous: undefined,
    next: undefined,
    ...content,
    site,
    root,
    canonicalUrl,
    openGraph,
    contentSecurityPolicy: of.contentSecurityPolicy,
    styles: styles.map((file) => root + file),
    scripts: theme.scripts.map((file) => root + file),
    favicon: favicon === undefined ? undefined : root + favicon,
    logo: own && { href: logoAddress(own.address, root), alt: own.alt ?? of.first.view.title },
    homeHref: own?.link ?? (root === '' ? './' : root),
    editHref:
      sourceFile === undefined || isMissingPage
        ? undefined
        : of.input.editUrl?.replaceAll('{file}', encodeURI(sourceFile)),
    markdownHref: hasDownloads && !isMissingPage ? root + markdownPath(content.path) : undefined,
    translations: translationsOf(of.input, content, (href) => root + href),
    alternates:
      content.path === 'index.html' || isOfDocument(content)
        ? translationsOf(of.input, content, (href) =>
            baseUrl === undefined ? root + href : new URL(href, baseUrl).href,
          ).map(({ locale, href }) => ({ locale, href }))
        : [],
    searchDataHref: site.hasSearch ? root + searchDataPath : undefined,
    downloads: model === undefined || !hasDownloads ? [] : downloadsOf(words, root),
  };
}

/** Whether a page is made of the document, whatever the language: a writer's page may have none of its own elsewhere. */
function isOfDocument({ kind }: PageContent): boolean {
  return kind === 'operation' || kind === 'schema';
}

/** The same page in other languages, else their first. Each in its own words: a reader who needs it reads that. */
function translationsOf(
  { translations }: SiteInput,
  content: PageContent,
  from: (href: string) => string,
): readonly TranslationView[] {
  return [...translations].map(([locale, href]) => {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
    const label = name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
    const place = href.endsWith('/') && isOfDocument(content) ? href + content.path : href;
    return { locale, label, href: isRelative(place) ? from(place) : place };
  });
}

function isRelative(href: string): boolean {
  return !/^([a-z]+:|\/)/i.test(href);
}

/** Empty for a logo that is no file of the site: its name stands there. */
function logoAddress(address: string | undefined, root: string): string {
  if (address === undefined) return '';
  return address.startsWith('data:') ? address : root + address;
}

function downloadsOf({ download }: EngineWords, root: string): LinkView[] {
  return [
    { label: download.json, href: `${root}openapi.json` },
    { label: download.yaml, href: `${root}openapi.yaml` },
    { label: download.postman, href: root + postmanPath },
  ];
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
