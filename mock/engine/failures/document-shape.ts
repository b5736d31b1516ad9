import type { JsonObject, JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { acceptsValue } from '../../../openapi/model/schema/compile-schema.ts';
import { schemaForDirection } from '../../../openapi/model/schema/directional-schema.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { chooseExampleReply, findResponse } from '../../../openapi/operations/values/example-replies.ts';
import { generateValue } from '../../../openapi/operations/values/generate-value.ts';
import { headerText } from '../../../openapi/operations/wire/header-text.ts';
import { findContent } from '../../../openapi/operations/wire/media-types.ts';
import type { PreparedOperation } from '../prepared-operation.ts';
import type { DraftReply } from '../reply.ts';
import type { Failure, FailureShape } from './failure.ts';
import { problemJson } from './problem-json.ts';

/** Statuses that APIs use for a cause where they don't use the catalogue's, most usual first. */
const otherStatuses: Readonly<Record<string, readonly number[] | undefined>> = {
  'missing-key': [403],
  'misplaced-key': [403],
  'placeholder-key': [403],
  'header-in-key': [403],
  'unknown-key': [403],
  'revoked-key': [403],
  'invalid-request': [422],
  'malformed-body': [422],
};

/** Members that carry a failure in the error bodies that documents describe. */
const textMembers = /^(message|msg|detail|details|description|error_?description|error_?message|reason)$/i;
const titleMembers = /^(title|summary)$/i;
const codeMembers = /^(code|error|error_?code|type|errcode)$/i;
const statusMembers = /^(status|status_?code|code)$/i;

/**
 * Failures of a document that is not ours. Where the operation describes an error for the status (or one that is usual in
 * its place, or `default`), the reply has that status, media type and body, with our message in the members that are
 * made for one; `X-Mock-Reason` says the rest. Everything else gets problem details.
 */
export const documentShape: FailureShape = {
  ...problemJson,
  draftFor(failure, operation) {
    const status = describedStatus(failure, operation);
    const example = status === undefined ? undefined : chooseExampleReply(operation.definition, { status });
    if (status === undefined || example === undefined) return undefined;
    const reason = headerText(`${failure.cause}: ${failure.message}`);
    const draft: DraftReply = {
      status,
      headers: { ...example.headers, ...failure.headers, 'X-Mock-Reason': reason },
      mediaType: example.mediaType,
      value: example.value,
      madeBy: failure.cause,
      mustFitDocument: false,
    };
    return example.value === undefined ? draft : withFailure(draft, failure, operation);
  },
};

function describedStatus(failure: Failure, { definition }: PreparedOperation): number | undefined {
  const named = new Set(definition.responses.map(({ status }) => status));
  const candidates = [failure.status, ...(otherStatuses[failure.cause] ?? [])];
  const exact = candidates.find((status) => named.has(String(status)));
  if (exact !== undefined) return exact;
  // A `default` without content and headers says nothing of how a failure is told.
  const response = findResponse(definition.responses, failure.status);
  const isSaid = response?.status !== 'default' || response.contents.length + response.headers.length > 0;
  return response !== undefined && isSaid ? failure.status : undefined;
}

/** The example with the failure's own words, as far as the schema lets them in. */
function withFailure(draft: DraftReply, failure: Failure, { definition }: PreparedOperation): DraftReply {
  const example = draft.value ?? null;
  const response = findResponse(definition.responses, draft.status);
  const schema = findContent(response?.contents ?? [], draft.mediaType ?? '')?.schema;
  const checked = schema && schemaForDirection(schema.jsonSchema, 'reply');
  const fits = (value: JsonValue) => checked === undefined || acceptsValue(checked, value);
  const whole = schema === undefined ? example : completed(example, schema, fits);
  // Where nothing fits, our words at least are true.
  const mayHold = whole === undefined ? () => true : fits;
  const said = sayIn(whole ?? example, { ...failure, status: draft.status }, mayHold, (value) => value);
  return { ...draft, value: withMessage(said, failure, mayHold, membersForMessage(schema, draft)) };
}

/** Members that the example leaves out and that could carry our message; `detail` is every problem's (RFC 9457 3.1). */
function membersForMessage(schema: SchemaNode | undefined, { mediaType }: DraftReply): readonly string[] {
  const described = [...(schema?.properties.keys() ?? [])].filter((name) => textMembers.test(name));
  return mediaType === problemJson.mediaType ? [...described, 'detail'] : described;
}

/** The message in the first of the members that may hold it, where nothing says it yet. */
function withMessage(
  said: JsonValue,
  { message }: Failure,
  fits: (value: JsonValue) => boolean,
  members: readonly string[],
): JsonValue {
  if (!isObject(said) || jsonText(said).includes(jsonText(message))) return said;
  const wholes = members.filter((name) => !(name in said)).map((name) => ({ ...said, [name]: message }));
  return wholes.find(fits) ?? said;
}

/** An example that lacks what its schema requires, with that made up; undefined: nothing was found that fits. */
function completed(
  example: JsonValue,
  schema: SchemaNode,
  fits: (value: JsonValue) => boolean,
): JsonValue | undefined {
  if (fits(example)) return example;
  // Nothing but what is required: a made-up optional member would tell what nobody said.
  const made = generateValue(schema, { skip: 'writeOnly', maximumDepth: 0 });
  const both = isObject(example) && isObject(made) ? { ...example, ...made, ...example } : made;
  return [both, made].find(fits);
}

/** Replaces one member after the other; `rebuild` puts a changed part back into the whole that `fits` judges. */
function sayIn(
  value: JsonValue,
  failure: Failure,
  fits: (whole: JsonValue) => boolean,
  rebuild: (part: JsonValue) => JsonValue,
): JsonValue {
  if (!isObject(value)) return value;
  let result: JsonObject = value;
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const rebuildMember = (part: JsonValue) => rebuild({ ...result, [name]: part });
    const said = isObject(member)
      ? sayIn(member, failure, fits, rebuildMember)
      : (wordFor(name, member, failure) ?? member);
    if (said !== member && fits(rebuildMember(said))) result = { ...result, [name]: said };
  }
  return result;
}

function wordFor(name: string, member: JsonValue, failure: Failure): JsonValue | undefined {
  if (typeof member === 'number') return statusMembers.test(name) ? failure.status : undefined;
  if (typeof member !== 'string') return undefined;
  if (textMembers.test(name)) return failure.message;
  if (titleMembers.test(name)) return failure.title;
  if (statusMembers.test(name) && /^\d{3}$/.test(member)) return String(failure.status);
  return codeMembers.test(name) ? failure.cause : undefined;
}
