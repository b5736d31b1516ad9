/** One thing that can be found. */
export interface SearchRecord {
  /** From the site's root. */
  readonly href: string;
  readonly kind: 'page' | 'operation' | 'parameter' | 'header' | 'error' | 'schema';
  readonly title: string;
  readonly path?: string;
  readonly text?: string;
}
