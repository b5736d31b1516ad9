import type {
  JsonValue,
  MediaTypeContent,
  Operation,
  Parameter,
  SecurityRequirement,
} from '../../model/api-model.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { generateValue } from '../values/generate-value.ts';
import { isWide } from '../values/is-wide.ts';
import { shortValue } from '../values/short-value.ts';
import { isWrittenByClient } from '../wire/is-written-by-client.ts';
import { concreteMediaType, isJsonMediaType } from '../wire/media-types.ts';
import { parameterNamed } from './parameter-named.ts';

/** One request of an operation as a value: the docs print it in every language, the contract check sends it. */
export interface DocumentedRequest {
  readonly operation: Operation;
  /** All that are required, and the optional ones with an example of their own (not in their schema), in document order. */
  readonly parameters: readonly DocumentedParameter[];
  readonly body: DocumentedBody | undefined;
  /** The first of the operation's alternatives; undefined where it needs no key. */
  readonly security: SecurityRequirement | undefined;
}

export interface DocumentedParameter {
  readonly parameter: Parameter;
  readonly value: JsonValue;
}

export interface DocumentedBody {
  /** Concrete, also where the document gives a range. */
  readonly mediaType: string;
  readonly value: JsonValue;
  readonly content: MediaTypeContent;
}

/**
 * `whole` values have all that a schema knows, and are sent by contract tests. `short` ones, for a page, have what is required,
 * where anything is; of a wide schema they show the shape.
 */
export type ValueSize = 'whole' | 'short';

/**
 * The request that the document itself suggests. A value is the example, else the first of the examples, the default, the
 * first of the enum, else generated from the schema. JSON is preferred where a body has several media types.
 */
export function documentedRequest(
  operation: Operation,
  makeBody: (content: MediaTypeContent) => DocumentedBody = documentedBody,
): DocumentedRequest {
  const { requestBody, method } = operation;
  // Content has no meaning in GET and HEAD, and many clients can't send it (RFC 9110, section 9.3.1).
  const hasBody = requestBody?.isRequired === true || (method !== 'get' && method !== 'head');
  const content =
    requestBody?.contents.find(({ mediaType }) => isJsonMediaType(mediaType)) ?? requestBody?.contents[0];
  return {
    operation,
    parameters: chosenParameters(operation).map((parameter) => ({
      parameter,
      value: parameterValue(parameter),
    })),
    body: content === undefined || !hasBody ? undefined : makeBody(content),
    security: operation.security[0]?.length === 0 ? undefined : operation.security[0],
  };
}

/** The body that a media type's example suggests, else one made from its schema. */
export function documentedBody(
  content: MediaTypeContent,
  { size = 'whole' }: { readonly size?: ValueSize } = {},
): DocumentedBody {
  const { schema, examples, mediaType } = content;
  const example = examples.find(({ externalValue }) => externalValue === undefined);
  const value = example?.value ?? (schema === undefined ? null : madeBody(schema, size));
  return { mediaType: concreteMediaType(mediaType), value, content };
}

function madeBody(schema: SchemaNode, size: ValueSize): JsonValue {
  if (size === 'whole') return generateValue(schema, { skip: 'readOnly' });
  if (isWide(schema)) return shortValue([schema], 'readOnly');
  return generateValue(schema, { skip: 'readOnly', properties: 'required' });
}

/** The value a parameter has in the documented request. */
export function parameterValue(parameter: Parameter): JsonValue {
  const example = parameter.examples.find(({ externalValue }) => externalValue === undefined);
  return example?.value ?? suggestedValue(parameter.schema) ?? generateValue(parameter.schema);
}

/** What a schema itself suggests: its example, default, constant or first enum value. */
function suggestedValue(schema: SchemaNode): JsonValue | undefined {
  return schema.examples[0] ?? schema.default ?? schema.const ?? schema.enum?.[0];
}

function chosenParameters(operation: Operation): readonly Parameter[] {
  const { parameters, parameterRules } = operation;
  const chosen = new Set(parameters.filter(({ isRequired, examples }) => isRequired || examples.length > 0));
  for (const rule of parameterRules) {
    if (rule.rule !== 'requires') continue;
    const [parameter, needed] = [rule.parameter, rule.needs].map((name) => parameterNamed(operation, name));
    if (parameter !== undefined && needed !== undefined && chosen.has(parameter)) chosen.add(needed);
  }
  return parameters.filter((parameter) => chosen.has(parameter) && !isWrittenByClient(parameter));
}
