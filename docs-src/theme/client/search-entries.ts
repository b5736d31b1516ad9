import type { SearchData, SearchKind, SearchRecord } from '../../engine/files/search-record.ts';

/** A record by itself, with what is known from the records around it. */
export interface SearchEntry {
  readonly kind: SearchKind;
  /** What a reader calls the kind. */
  readonly kindName: string;
  /** From the site's root. */
  readonly href: string;
  readonly title: string;
  readonly names: string;
  readonly texts: readonly string[];
  /** Titles of what it is in, outermost first. */
  readonly place: readonly string[];
  /** Method and path; undefined for what is no operation. */
  readonly call: RequestCall | undefined;
  readonly isDeprecated: boolean;
}

export interface RequestCall {
  readonly method: string;
  readonly segments: readonly string[];
}

/** The tree of records as a list, in the order of the site; values of a parameter are entries too. */
export function searchEntries({ records, kinds }: Pick<SearchData, 'records' | 'kinds'>): SearchEntry[] {
  const entries: SearchEntry[] = [];
  const add = (record: SearchRecord, around: string, place: readonly string[]) => {
    const { kind, title, names = '', texts = [], values = [], parts = [] } = record;
    const href = addressWithin(around, record.href);
    entries.push({
      kind,
      kindName: kinds[kind],
      href,
      title,
      names,
      texts,
      place,
      call: kind === 'operation' ? callOf(names) : undefined,
      isDeprecated: record.isDeprecated === true,
    });
    const inside = [...place, title];
    for (const value of values) add({ kind: 'value', title: value }, href, inside);
    for (const part of parts) add(part, href, inside);
  };
  for (const record of records) add(record, '', []);
  return entries;
}

/** Of a record from the site's root: `#id` is on the page of what is around it, and without an address it is there. */
export function addressWithin(around: string, own: string = around): string {
  return own.startsWith('#') ? around.replace(/#.*/, '') + own : own;
}

/** An operation's names begin with its method and path. */
function callOf(names: string): RequestCall | undefined {
  const [method = '', path = ''] = names.split(' ');
  return { method, segments: segmentsOf(path) };
}

export function segmentsOf(path: string): string[] {
  return path.toLowerCase().split('/').slice(1);
}

/** What a call does, in a verb and a noun: `POST /v1/charges` creates charges. */
export function taskOf({ method, segments }: RequestCall): string {
  const isItem = segments.at(-1)?.startsWith('{') === true;
  const resource = segments.findLast((segment) => !segment.startsWith('{')) ?? '';
  const verbs: Readonly<Record<string, string>> = {
    GET: !isItem && resource.endsWith('s') ? 'list' : 'get',
    POST: isItem ? 'update' : 'create',
    PUT: 'update',
    PATCH: 'update',
    DELETE: 'delete',
  };
  return `${verbs[method] ?? ''} ${resource}`;
}
