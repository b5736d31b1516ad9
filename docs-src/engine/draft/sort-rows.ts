import type { JsonValue, ParameterLocation } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { bracedNames } from '../../../openapi/operations/requests/path-tree.ts';
import type { FoundOperation } from './operation-index.ts';
import type { LabelledRows, OperationParts } from './operation-parts.ts';
import { locationByWords, type ParameterRow } from './parameter-rows.ts';

/** The rows of an operation's tables by what they describe. */
export interface SortedRows {
  readonly parameters: readonly {
    readonly in: ParameterLocation;
    readonly name: string;
    readonly row: ParameterRow;
  }[];
  readonly body: readonly ParameterRow[];
  readonly reply: readonly ParameterRow[];
}

/**
 * A name of the path is that parameter; else the row says where it is, then the words above its table, then the method. Tables
 * that nothing says of what they are describe the reply if its examples have most of their names.
 */
export function sortRows(found: FoundOperation, parts: OperationParts): SortedRows {
  const sorted = { parameters: [], body: [], reply: [] } as {
    parameters: SortedRows['parameters'][number][];
    body: ParameterRow[];
    reply: ParameterRow[];
  };
  const replyNames = new Set(parts.replies.flatMap(({ value }) => namesIn(value)));
  const hasBody = !/^(get|head|delete|options)$/.test(found.method);
  for (const table of parts.tables) {
    if (isOfReply(table, replyNames)) {
      sorted.reply.push(...table.rows);
      continue;
    }
    for (const row of table.rows) {
      const inPath = nameInPath(found, row.name);
      const told =
        row.location ??
        locationByWords(table.label) ??
        (hasBody && !isQuery(found, row.name) ? 'body' : 'query');
      if (
        inPath !== undefined &&
        told !== 'header' &&
        (told !== 'body' || !hasBody || row.location === undefined)
      )
        sorted.parameters.push({ in: 'path', name: inPath, row });
      else if (told === 'body' && hasBody) sorted.body.push(row);
      else if (told === 'body' && found.method === 'delete' && row.location === 'body') sorted.body.push(row);
      else
        sorted.parameters.push({
          in: told === 'body' || told === 'path' ? 'query' : told,
          name: row.name,
          row,
        });
    }
  }
  return sorted;
}

function isOfReply({ rows, purpose }: LabelledRows, replyNames: ReadonlySet<string>): boolean {
  if (purpose === 'reply' || purpose === 'error')
    return !rows.some(({ location }) => location !== undefined && location !== 'body');
  const known = rows.filter(({ name }) => replyNames.has(name.split(/[.[]/).at(-1) ?? ''));
  return (
    purpose === undefined &&
    known.length > 0 &&
    known.length >= rows.length * 0.6 &&
    rows.every(({ isRequired, location }) => isRequired === undefined && location === undefined)
  );
}

function isQuery({ targets }: FoundOperation, name: string): boolean {
  return targets.some(({ query }) => query.some((pair) => pair.name === name));
}

/** `userId` is `{user_id}`; an operation whose path is written in several ways has several names for a placeholder. */
function nameInPath({ path, targets }: FoundOperation, name: string): string | undefined {
  const same = (a: string) => a.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const own = bracedNames(path);
  for (const names of [own, ...targets.map((target) => bracedNames(target.path).slice(-own.length))]) {
    const index = names.findIndex((other) => same(other) === same(name));
    if (index >= 0 && own.length > 0) return own[index];
  }
  return undefined;
}

function namesIn(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return isObject(value)
    ? Object.entries(value).flatMap(([name, part]) => [name, ...namesIn(part ?? null)])
    : [];
}
