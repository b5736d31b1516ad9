import type {
  ApiModel,
  DocumentFault,
  Example,
  JsonObject,
  JsonValue,
  SourceLocation,
} from '../api-model.ts';
import { jsonText } from '../json-text.ts';
import { locationKey } from '../read/located.ts';
import { allOperations } from '../schema/all-schemas.ts';
import { findMisfits } from '../schema/compile-schema.ts';
import { type Direction, schemaForDirection } from '../schema/directional-schema.ts';
import type { SchemaGraph } from '../schema/schema-graph.ts';
import type { SchemaNode } from '../schema/schema-node.ts';
import type { CheckedParts } from './check-parts.ts';

type ExemplifiedDocument = Pick<ApiModel, 'operations' | 'webhooks'> &
  Pick<CheckedParts, 'schemasWithValues'> &
  Pick<SchemaGraph, 'nodeAt'>;

/** A value of the document, and the schema that it stands for. */
interface WrittenValue {
  readonly what: string;
  readonly value: JsonValue;
  readonly schema: SchemaNode;
  readonly location: SourceLocation;
  /** A schema's own example may be what is sent or what comes back. */
  readonly directions: readonly Direction[];
}

/** What it takes to compile a schema, in letters: even the smallest costs as much as a thousand. */
function costOf(schema: JsonObject | boolean): number {
  return 1000 + jsonText(schema).length;
}

/**
 * Examples and defaults that don't fit the schema they stand for: readers copy them, and the mock answers with them. The
 * cost is that of compiling schemas, counted in their letters: where it has passed the limit, the check ends and says so.
 */
export function checkExamples(
  document: ExemplifiedDocument,
  limit = Number.POSITIVE_INFINITY,
): readonly DocumentFault[] {
  const faults = new Map<string, DocumentFault>();
  const compiled = new Set<JsonObject | boolean>();
  let cost = 0;
  let compared = 0;
  const misfitOf = ({ value, schema, directions }: WrittenValue): string | undefined => {
    let message: string | undefined;
    for (const direction of directions) {
      const jsonSchema = schemaForDirection(schema.jsonSchema, direction);
      message = firstMisfits(value, jsonSchema);
      // A check that can say what is wrong is compiled a second time.
      if (!compiled.has(jsonSchema)) cost += costOf(jsonSchema) * (message === undefined ? 1 : 2);
      compiled.add(jsonSchema);
      if (message === undefined) return undefined;
    }
    return message;
  };

  for (const written of writtenValues(document)) {
    if (cost > limit) {
      const message = `only ${compared} examples were compared with their schemas: all would take too long in a document of this size`;
      return [...faults.values(), { message, location: written.location, effect: 'untidy' }];
    }
    const message = misfitOf(written);
    compared++;
    if (message === undefined) continue;
    const { what, location } = written;
    faults.set(`${locationKey(location)} ${what}`, {
      message: `${what} does not fit its schema: ${message}`,
      location,
    });
  }
  return [...faults.values()];
}

function* writtenValues(document: ExemplifiedDocument): Generator<WrittenValue> {
  for (const operation of allOperations(document)) {
    const { parameters, requestBody, responses } = operation;
    const headers = responses.flatMap((response) => response.headers);
    for (const { examples, schema } of [...parameters, ...headers])
      yield* examplesOf(examples, schema, ['request', 'reply']);
    for (const { examples, schema, mediaType } of requestBody?.contents ?? [])
      yield* examplesOf(readable(examples, mediaType), schema, ['request']);
    for (const { examples, schema, mediaType } of responses.flatMap(({ contents }) => contents))
      yield* examplesOf(readable(examples, mediaType), schema, ['reply']);
  }
  for (const place of document.schemasWithValues) {
    const schema = document.nodeAt(place);
    const own = { schema, location: schema.source, directions: ['request', 'reply'] as const };
    if (schema.default !== undefined) yield { what: 'the default', value: schema.default, ...own };
    for (const [index, value] of schema.examples.entries())
      yield { what: `example ${index + 1}`, value, ...own };
  }
}

function* examplesOf(
  examples: readonly Example[],
  schema: SchemaNode | undefined,
  directions: readonly Direction[],
): Generator<WrittenValue> {
  for (const { name, value, externalValue, source } of examples)
    if (schema !== undefined && externalValue === undefined)
      yield { what: `example "${name}"`, value, schema, location: source, directions };
}

/** XML and files stand in a document as text, which says nothing about their schema. */
function readable(examples: readonly Example[], mediaType: string): readonly Example[] {
  const isReadable = /json/i.test(mediaType) || mediaType.startsWith('text/');
  return examples.filter(({ value }) => isReadable || typeof value !== 'string');
}

function firstMisfits(value: JsonValue, schema: JsonObject | boolean): string | undefined {
  const misfits = findMisfits(schema, value);
  if (misfits.length === 0) return undefined;
  const errors = misfits.map(({ instancePath, message, params }) => {
    const allowed = 'allowedValues' in params ? `: ${jsonText(params.allowedValues)}` : '';
    return `${instancePath} ${message}${allowed}`.trim();
  });
  return errors.slice(0, 3).join('; ');
}
