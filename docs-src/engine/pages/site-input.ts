import type { ApiModel } from '../../../openapi/model/api-model.ts';
import type { HeadingIdStyle } from '../markdown/heading-ids.ts';
import type { Brand } from '../source/brand.ts';
import type { PageSource } from '../source/read-page-source.ts';
import type { SavedPage } from '../source/saved-pages.ts';
import type { SourceFault } from '../source/source-fault.ts';
import type { SiteTheme } from './site-theme.ts';

/** A page that somebody wrote, or that is made from the document. */
export interface SitePage {
  /** From the site's root: `guides/first.html`. */
  readonly path: string;
  /** undefined: the page is made from the document. */
  readonly source: PageSource | undefined;
}

/** All that a site is made from. */
export interface SiteInput {
  /** undefined: pages without a document. */
  readonly model: ApiModel | undefined;
  /** In the order of the menu; the first is index.html, which gets what no page mentions. */
  readonly pages: readonly [SitePage, ...SitePage[]];
  /**
   * Whether the pages are a Slate source, each standing alone: a title of its own, only its headings in the menu, of the document
   * only what a directive names. Else the first page gets what no page mentions, and all have one menu.
   */
  readonly isSlate: boolean;
  /** CSS with a project's own values of Slate's variables; empty without any. */
  readonly writersVariables: string;
  /** A logo of one's own; undefined: `logo.svg` among the assets, or the title. */
  readonly logo: Brand['logo'];
  /** Address with `{file}` for the file that a page is made from. */
  readonly editUrl: string | undefined;
  /** The document's own file, by its name in the links to edit it. */
  readonly documentFile: string | undefined;
  readonly theme: SiteTheme;
  /** BCP 47; the front matter's `locale` wins, English is the default. */
  readonly locale: string | undefined;
  /** The same site in other languages: by BCP 47 tag its address, from the site's root or whole. */
  readonly translations: ReadonlyMap<string, string>;
  /** Absolute address that the site will have, with its sub-path; undefined: no canonical links, no sitemap. */
  readonly baseUrl: string | undefined;
  /** What Try it may call: absolute, or a path on the site's own server. None: no Try it. */
  readonly tryItServers: readonly string[];
  /** Images and other files of the writer, by path in the site. */
  readonly assets: ReadonlyMap<string, Uint8Array | string>;
  readonly headingIds: HeadingIdStyle;
  /** Whether quotes, dashes and dots of the pages are printed as Slate 1 did. */
  readonly hasSmartyPants: boolean;
  /** Pages as they were published, by path in the site: their headings' ids stay addresses. */
  readonly savedPages: ReadonlyMap<string, SavedPage>;
  /** Whether operations and schemas have no pages of their own, as in Slate: schemas are sections at the end of the first. */
  readonly isOnePage: boolean;
  /** Whether the pages' Markdown, the document and the Postman collection lie beside the pages. */
  readonly hasDownloads: boolean;
  /** Is told what the sources have that the page cannot show; a fault of a directive stops the build instead. */
  readonly onFault: (fault: SourceFault) => void;
}
