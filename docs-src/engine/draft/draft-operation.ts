import { draftBody } from './draft-body.ts';
import type { DraftNotes } from './draft-notes.ts';
import { draftParameters } from './draft-parameters.ts';
import { draftResponses } from './draft-responses.ts';
import { type KeyScheme, schemeOfHeader } from './key-schemes.ts';
import type { FoundOperation } from './operation-index.ts';
import { sortParts } from './operation-parts.ts';
import { sortRows } from './sort-rows.ts';

/** An operation of a draft, but for what depends on the others: its id, its security, the errors that all have. */
export interface DraftedOperation {
  readonly found: FoundOperation;
  readonly description: string | undefined;
  readonly parameters: readonly object[] | undefined;
  readonly requestBody: object | undefined;
  readonly responses: Readonly<Record<string, object>>;
  /** Keys that are sent together, for each way to call it that is shown. */
  readonly keys: readonly (readonly KeyScheme[])[];
  /** Its requests are shown, so that one without a key says something. */
  readonly hasRequests: boolean;
}

/** What a page says of one operation. */
export function draftOperation(found: FoundOperation, notes: DraftNotes): DraftedOperation {
  const parts = sortParts(found.blocks, notes);
  const rows = sortRows(found, parts);
  const parameters = draftParameters(found, parts, rows.parameters, notes);
  const headers = rows.parameters.filter((row) => row.in === 'header');
  const keysOfTables = headers.flatMap(({ name, row }) => schemeOfHeader(name, row.description ?? '') ?? []);
  return {
    found,
    description: parts.texts.slice(0, 3).join('\n\n') || undefined,
    parameters: parameters.length === 0 ? undefined : parameters,
    requestBody: draftBody(found, parts, rows.body, notes),
    responses: draftResponses(found, parts, rows.reply, notes),
    keys: [...parts.keys, keysOfTables].filter(({ length }) => length > 0),
    hasRequests: parts.requests.length > 0,
  };
}
