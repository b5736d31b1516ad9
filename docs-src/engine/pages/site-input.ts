import type { ApiModel } from '../../../openapi/model/api-model.ts';
import type { HeadingIdStyle } from '../markdown/heading-ids.ts';
import type { PageSource } from '../source/read-page-source.ts';
import type { SourceFault } from '../source/source-fault.ts';
import type { SiteTheme } from './site-theme.ts';

/** All that a site is made from. At least one of model and source is there. */
export interface SiteInput {
  /** undefined: an existing Slate source without a document. */
  readonly model: ApiModel | undefined;
  /** undefined: the page is made from the document's tags. */
  readonly source: PageSource | undefined;
  /** Where the one-page version is: index.html, or the address of a further page of a Slate source. */
  readonly path: string;
  /** Addresses of the site's further pages, for the sitemap. */
  readonly furtherPaths: readonly string[];
  /** CSS with a project's own values of Slate's variables; empty without any. */
  readonly writersVariables: string;
  readonly theme: SiteTheme;
  /** BCP 47; the front matter's `locale` wins, English is the default. */
  readonly locale: string | undefined;
  /** Absolute address that the site will have, with its sub-path; undefined: no canonical links, no sitemap. */
  readonly baseUrl: string | undefined;
  /** What Try it may call: absolute, or a path on the site's own server. None: no Try it. */
  readonly tryItServers: readonly string[];
  /** Images and other files of the writer, by path in the site. */
  readonly assets: ReadonlyMap<string, Uint8Array | string>;
  /** Path of the logo among the assets. */
  readonly logo: { readonly path: string; readonly alt: string } | undefined;
  readonly favicon: string | undefined;
  readonly headingIds: HeadingIdStyle;
  /** Whether the site is one page alone, as Slate's: no page per operation or schema. */
  readonly isOnePage: boolean;
  /** Whether the pages' Markdown, the document and the Postman collection lie beside the pages. */
  readonly hasDownloads: boolean;
  /** Is told what the sources have that the page cannot show; a fault of a directive stops the build instead. */
  readonly onFault: (fault: SourceFault) => void;
}
