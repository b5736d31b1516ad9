/** What a theme hands to the engine: templates to print pages with, and the files that pages load. */
export interface SiteTheme {
  /** Folder of Nunjucks templates; `page.njk` prints one PageView, given as `page`. */
  readonly templates: string;
  /** Files by their path in the site: `site.css`, `site.js`. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Of those, what every page loads, in order. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

/** A file of a site: its path from the root, and what it holds. */
export type SiteFile = readonly [path: string, content: string | Uint8Array];

/** A site in memory: contents by path from its root. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array>;
