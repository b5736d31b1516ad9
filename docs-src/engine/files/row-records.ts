import { escapeHtml } from '../markdown/escape-html.ts';
import { onceOfShared } from '../views/shared-views.ts';
import type { SchemaRowView } from '../views/views.ts';
import type { SearchKind, SearchRecord } from './search-record.ts';
import { textPiece } from './search-text.ts';

function textsWith(row: SchemaRowView, examples: readonly string[]): string[] {
  const facts = [...row.constraints, ...(row.default === undefined ? [] : [row.default])];
  return textPiece(
    row.descriptionHtml,
    ...row.valueNotes.map(({ value, html }) => `${escapeHtml(value)} ${html}`),
    escapeHtml([...facts, ...examples].join('; ')),
  );
}

const textsOf = onceOfShared((row: SchemaRowView) => textsWith(row, []));

/** A row of a table of parameters, headers or properties, with the values that it allows and what is under it. */
export function rowRecord(
  row: SchemaRowView,
  kind: SearchKind,
  title = row.name ?? '',
  hasVariants = true,
): SearchRecord {
  const texts = kind === 'parameter' ? textsWith(row, row.examples) : textsOf(row);
  const parts = fieldRecords(row, hasVariants);
  return {
    kind,
    ...(row.id === undefined ? {} : { href: `#${row.id}` }),
    title,
    ...(row.isDeprecated ? { isDeprecated: true } : {}),
    ...(texts.length === 0 ? {} : { texts }),
    ...(row.enumValues.length === 0 ? {} : { values: row.enumValues }),
    ...(parts.length === 0 ? {} : { parts }),
  };
}

/** What is under a row. A variant is a part of its own only if it says something; its fields are those of the row. */
export function fieldRecords(row: SchemaRowView, hasVariants = true): SearchRecord[] {
  const variants = hasVariants ? (row.variants?.options ?? []) : [];
  return [
    ...row.children.map((child) => rowRecord(child, 'field', child.name, hasVariants)),
    ...variants.flatMap(({ label, row: option }) =>
      option.descriptionHtml === '' || option.children.length > 0
        ? fieldRecords(option)
        : [rowRecord(option, 'field', label)],
    ),
  ];
}
