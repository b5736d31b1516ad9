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

/** A site in memory: contents by path from its root. */
export type SiteFiles = ReadonlyMap<string, string | Uint8Array>;
