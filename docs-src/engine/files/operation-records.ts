import type { Operation } from '../../../openapi/model/api-model.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { operationTitle } from '../views/operation-view.ts';
import { idOf, parameterGroups } from '../views/parameter-groups.ts';
import { replyHead } from '../views/replies.ts';
import { type SchemaRowOptions, schemaRow } from '../views/schema-row.ts';
import { fieldRecords, rowRecord } from './row-records.ts';
import type { SearchRecord } from './search-record.ts';
import { textPiece } from './search-text.ts';

/** What an operation is called beside its heading. */
export function operationNames(operation: Operation, heading: string): string {
  const title = operationTitle(operation);
  const names = [`${operation.method.toUpperCase()} ${operation.path}`, operation.operationId];
  return (title === heading || names.includes(title) ? names : [...names, title]).join(' ');
}

/** Parameters, body and replies of an operation. */
export function operationParts(
  operation: Operation,
  options: SchemaRowOptions,
  isError: (status: string) => boolean,
): SearchRecord[] {
  const id = idOf(operation.operationId);
  const bodyOptions = { ...options, purpose: 'request', place: `#${id}-body` } as const;
  const parameters = parameterGroups(operation, id, { ...options, place: bodyOptions.place });
  const body = (operation.requestBody?.contents ?? []).flatMap(({ schema }) => fieldsOf(schema, bodyOptions));
  const replies = operation.responses.flatMap((response): SearchRecord[] => {
    const href = `#${idOf(id, 'status', response.status)}`;
    const replyOptions = { ...options, purpose: 'reply', place: href } as const;
    const { status, phrase, descriptionHtml, headers } = replyHead(response, replyOptions);
    const parts = [
      ...headers.map((row) => rowRecord(row, 'header')),
      // The codes of an error, each a variant, are found in the table too.
      ...response.contents.flatMap(({ schema }) => fieldsOf(schema, replyOptions, !isError(status))),
    ];
    // What a status means that the table of errors explains is found there.
    if (parts.length === 0 && isError(status)) return [];
    const title = `${status} ${phrase}`.trim();
    return [{ kind: 'reply', href, title, texts: textPiece(descriptionHtml), parts }];
  });
  return [
    ...parameters.flatMap(({ rows }) => rows.map((row) => rowRecord(row, 'parameter'))),
    ...body.map((record) => ({ ...record, href: bodyOptions.place })),
    ...replies,
  ];
}

function fieldsOf(
  node: SchemaNode | undefined,
  options: SchemaRowOptions,
  hasVariants = true,
): SearchRecord[] {
  return node === undefined
    ? []
    : fieldRecords(schemaRow({ name: undefined, node, isRequired: false }, options), hasVariants);
}
