import { escapeHtml } from '../markdown/escape-html.ts';
import type { ErrorsTableView, PlansTableView, SecuritySchemeView, ServerView } from '../views/views.ts';
import type { Locale } from '../words/words.ts';
import type { SearchRecord } from './search-record.ts';
import { textPiece } from './search-text.ts';

type Row = PlansTableView['rows'][number];

/** What each plan has, and what each limit, feature and price is in all plans. */
export function planRecords(
  { plans, rows, demos }: PlansTableView,
  words: Pick<Locale['theme'], 'yes' | 'no' | 'demoKey'>,
): SearchRecord[] {
  const shown = { yes: words.yes, no: words.no } as const;
  const cellText = (cell: Row['cells'][number] | undefined, { unit }: Row) => {
    if (cell === undefined) return '';
    const { kind, text } = cell;
    if ((kind === 'yes' || kind === 'no') && text === '') return shown[kind];
    return kind === 'number' && unit !== undefined ? `${text} ${unit}` : text;
  };
  return [
    ...plans.map((title, index) => ({
      kind: 'plan' as const,
      title,
      texts: rows.map((row) => `${row.title}: ${cellText(row.cells[index], row)}`),
    })),
    ...rows.map((row) => ({
      kind: 'plan' as const,
      title: row.title,
      texts: [row.cells.map((cell, index) => `${plans[index]}: ${cellText(cell, row)}`).join('\n')],
    })),
    ...demos.map(({ name, key, rate, quota }) => ({
      kind: 'plan' as const,
      title: name,
      texts: [[words.demoKey, key, rate, quota].filter(Boolean).join('\n')],
    })),
  ];
}

/** Statuses and codes; `messages` are what replies say with a code, as a reader pastes it. */
export function errorRecords(
  { rows }: ErrorsTableView,
  messages: ReadonlyMap<string, ReadonlySet<string>>,
): SearchRecord[] {
  return rows.map((row) => ({
    kind: 'error',
    href: `#${row.id}`,
    title: `${row.status} ${row.phrase}`.trim(),
    names: row.status,
    texts: textPiece(row.meaningHtml),
    parts: row.codes.map(({ id, code, meaningHtml }) => ({
      kind: 'error',
      href: `#${id}`,
      title: code,
      texts: textPiece(meaningHtml, ...[...(messages.get(code) ?? [])].map(escapeHtml)),
    })),
  }));
}

export function serverRecords(servers: readonly ServerView[]): SearchRecord[] {
  return servers.map(({ url, descriptionHtml, variables }) => ({
    kind: 'server',
    title: url,
    texts: textPiece(
      descriptionHtml,
      ...variables.map(({ name, enumValues }) => escapeHtml([name, ...enumValues].join(' '))),
      ...variables.map((variable) => variable.descriptionHtml),
    ),
  }));
}

export function securityRecords(schemes: readonly SecuritySchemeView[]): SearchRecord[] {
  return schemes.map(({ id, anchor, title, descriptionHtml, facts, scopes }) => ({
    kind: 'security',
    href: `#${anchor}`,
    title,
    names: id,
    texts: textPiece(
      descriptionHtml,
      escapeHtml(facts.map(({ term, value }) => `${term}: ${value}`).join('; ')),
    ),
    values: scopes.map(({ name }) => name),
  }));
}
