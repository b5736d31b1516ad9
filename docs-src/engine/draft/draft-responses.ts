import { grouped } from '../../../openapi/model/grouped.ts';
import { statusPhrase } from '../views/replies.ts';
import { describeFields } from './describe-fields.ts';
import { draftContent } from './draft-content.ts';
import type { DraftNotes } from './draft-notes.ts';
import { inferSchema } from './infer-schema.ts';
import type { FoundOperation } from './operation-index.ts';
import type { OperationParts } from './operation-parts.ts';
import type { ParameterRow } from './parameter-rows.ts';

/** What an operation answers. A reply that nothing says the status of is a success, and so is one that is not shown. */
export function draftResponses(
  { method, path, ...place }: FoundOperation,
  parts: OperationParts,
  rows: readonly ParameterRow[],
  notes: DraftNotes,
): Readonly<Record<string, object>> {
  const success = parts.status ?? '200';
  const shownBy = grouped(parts.replies.map((reply) => [reply.status ?? success, reply] as const));
  const toldBy = new Map(parts.statuses.map((row) => [row.status, row]));
  const known = [...shownBy.keys(), ...toldBy.keys()];
  const statuses = [
    ...new Set(known.some((status) => status.startsWith('2')) ? known : [...known, success]),
  ].sort();
  const main = statuses.find((status) => status.startsWith('2'));
  if (parts.replies.length === 0 && rows.length === 0 && method !== 'delete')
    notes.unclear(place, `No reply of ${method.toUpperCase()} ${path} is shown.`);
  return Object.fromEntries(
    statuses.map((status) => {
      const shown = shownBy.get(status) ?? [];
      const values = shown.map(({ value }) => value);
      const told = toldBy.get(status);
      // A table of fields does not say which of them a reply always has.
      const fields = status === main ? rows.map((row) => ({ ...row, isRequired: undefined })) : [];
      const schema = inferSchema(values);
      describeFields(schema, fields, [], notes);
      const hasContent = shown.length + fields.length > 0 && status !== '204';
      const response = {
        description: told?.meaning || statusPhrase(status) || (status === '4XX' ? 'An error' : 'A reply'),
        content: hasContent ? draftContent('application/json', schema, values) : undefined,
      };
      const from = shown[0] ?? told ?? fields[0];
      return [status, from === undefined ? response : notes.placeAt(response, from)];
    }),
  );
}
