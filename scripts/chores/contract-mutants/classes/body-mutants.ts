import type { JsonValue, Operation } from '../../../../openapi/model/api-model.ts';
import { isObject } from '../../../../openapi/model/is-object.ts';
import { findMisfits } from '../../../../openapi/model/schema/compile-schema.ts';
import { schemaForDirection } from '../../../../openapi/model/schema/directional-schema.ts';
import type { SchemaNode } from '../../../../openapi/model/schema/schema-node.ts';
import { valuePlaces } from '../../../../openapi/operations/judge/walk-value.ts';
import { findResponse } from '../../../../openapi/operations/values/example-replies.ts';
import { findContent } from '../../../../openapi/operations/wire/media-types.ts';
import { changeAt, remove } from '../change-at.ts';
import { type Grounds, repliesByStatus } from '../grounds.ts';
import { type ApiMutant, changedReplies, jsonOf, withJson } from '../mutant.ts';

type Break = (value: JsonValue) => JsonValue | typeof remove | undefined;

/** What can be wrong with a value; undefined where it can't be wrong in this way. */
const breaks: Readonly<Record<string, Break>> = {
  'is missing': () => remove,
  'is null': (value) => (value === null ? undefined : null),
  'has another type': (value) => {
    if (typeof value === 'string') return 12_345;
    if (typeof value === 'number') return true;
    if (typeof value === 'boolean') return 'yes';
    return Array.isArray(value) ? { 0: value[0] ?? null } : 'text';
  },
  'is a number as text': (value) => (typeof value === 'number' ? String(value) : undefined),
  'is a list': (value) => (isObject(value) ? [value] : undefined),
  'is none of its values': (value) => (typeof value === 'string' ? 'not-in-the-list' : undefined),
  'has one more': (value) => (isObject(value) ? { ...value, notDocumented: 1 } : undefined),
  'is far too small': (value) => (typeof value === 'number' ? -1e9 : undefined),
  'is empty': (value) => (typeof value === 'string' && value !== '' ? '' : undefined),
};

const samplesOfEach = 8;

/** Each value of each body broken in each way that the document forbids; the first of a list's items stands for all. */
export function bodyMutants(grounds: Grounds): readonly ApiMutant[] {
  return grounds.operations.flatMap((operation) =>
    [...repliesByStatus(grounds, operation)].flatMap(([status, replies]) => {
      const bodies = replies
        .slice(0, samplesOfEach)
        .map(jsonOf)
        .filter((body) => body !== undefined);
      return mutantsOfStatus(operation, status, bodies);
    }),
  );
}

function mutantsOfStatus(operation: Operation, status: number, bodies: readonly JsonValue[]): ApiMutant[] {
  const contents = findResponse(operation.responses, status)?.contents ?? [];
  const schema = findContent(contents, 'application/json')?.schema;
  if (schema === undefined) return [];
  const mutants = new Map<string, ApiMutant>();
  for (const body of bodies)
    for (const { pattern } of valuePlaces(schema, body))
      for (const [what, change] of Object.entries(breaks)) {
        const name = `${operation.operationId}: ${status} ${pattern || 'the body'} ${what}`;
        if (mutants.has(name) || !isForbidden(schema, body, pattern, change)) continue;
        mutants.set(name, mutantOf(operation, status, pattern, change, name));
      }
  return [...mutants.values()];
}

function isForbidden(schema: SchemaNode, body: JsonValue, pattern: string, change: Break): boolean {
  const broken = changeAt(body, pattern, change);
  if (broken === undefined) return false;
  return findMisfits(schemaForDirection(schema.jsonSchema, 'reply'), broken).length > 0;
}

function mutantOf(
  operation: Operation,
  status: number,
  pattern: string,
  change: Break,
  name: string,
): ApiMutant {
  return {
    class: 'body',
    name,
    operationId: operation.operationId,
    about: [pattern.split('/').at(-1) ?? ''],
    create: () =>
      changedReplies(operation, (reply) => {
        const body = reply.status === status ? jsonOf(reply) : undefined;
        const broken = body === undefined ? undefined : changeAt(body, pattern, change);
        return broken === undefined ? undefined : withJson(reply, broken);
      }),
  };
}
