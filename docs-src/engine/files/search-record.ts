export type SearchKind =
  | 'page'
  | 'operation'
  | 'parameter'
  | 'field'
  | 'value'
  | 'reply'
  | 'header'
  | 'plan'
  | 'error'
  | 'server'
  | 'security'
  | 'schema'
  | 'download';

/** One thing that can be found, with what it consists of: a page has sections, an operation parameters and replies. */
export interface SearchRecord {
  readonly kind: SearchKind;
  /** From the site's root; `#id` is on the page of the record around this one, and without it both are in one place. */
  readonly href?: string;
  readonly title: string;
  /** What else it is called: method and path, operationId. */
  readonly names?: string;
  readonly isDeprecated?: true;
  /** What stands there, in pieces; a new line begins a new sentence. */
  readonly texts?: readonly string[];
  /** Values that a parameter or a field can have: each is found by itself. */
  readonly values?: readonly string[];
  readonly parts?: readonly SearchRecord[];
}

/** What search.js loads. */
export interface SearchData {
  readonly records: readonly SearchRecord[];
  /** What a reader calls each kind of record. */
  readonly kinds: Readonly<Record<SearchKind, string>>;
  /** Words that mean the same, separated by commas. */
  readonly synonyms: readonly string[];
  /** Words that say nothing by themselves: a line a language, the page's own first. */
  readonly stopWords: readonly string[];
}
