import type {
  JsonValue,
  MediaTypeContent,
  Operation,
  ResponseHeader,
  ResponseModel,
} from '../../model/api-model.ts';
import { fieldsOf, framingHeaders, isSetCookie } from '../../model/http-headers.ts';
import { jsonText } from '../../model/json-text.ts';
import { pointerTokens } from '../../model/read/located.ts';
import { tooDeep } from '../../model/read/nesting.ts';
import { acceptedTypes } from '../../model/schema/accepted-types.ts';
import { findMisfits } from '../../model/schema/compile-schema.ts';
import { schemaForDirection } from '../../model/schema/directional-schema.ts';
import { statusesWithoutBody } from '../../model/statuses-without-body.ts';
import { findResponse } from '../values/example-replies.ts';
import { findContent } from '../wire/media-types.ts';
import { isMalformed, readParameterText, type TextCarrier } from '../wire/read-parameter-text.ts';
import { replyValue } from '../wire/reply-value.ts';
import { isSequence, readSequence } from '../wire/sequences.ts';
import { explainErrors } from './explain-errors.ts';
import type { Basis, Finding } from './finding.ts';
import { schemasAlong } from './walk-value.ts';

/** A reply as it came in. */
interface ReplyToCheck {
  readonly status: number;
  /** Names in any letter case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The Content-Type; undefined where there is none. */
  readonly mediaType: string | undefined;
  /** Parsed where the media type is JSON, else text (or of XML the value that it stands for); undefined where there is no body. */
  readonly body: JsonValue | undefined;
}

/** All misfits of a reply; empty where it is as documented. */
export type ReplyValidator = (reply: ReplyToCheck) => readonly Finding[];

/**
 * Holds replies of one operation against its document: status (exact, class or `default`), headers, media type, body.
 * Headers that the document does not mention are fine, and every reply where it describes none. Schemas are compiled when
 * first needed.
 */
export function createReplyValidator(operation: Operation): ReplyValidator {
  return (reply) => {
    if (operation.responses.length === 0) return [];
    const response = findResponse(operation.responses, reply.status);
    if (response === undefined) return [undocumentedStatus(operation, reply.status)];
    const hasBody = operation.method !== 'head' && reply.status !== 304;
    return [...checkHeaders(response, reply), ...(hasBody ? checkBody(response, reply) : [])];
  };
}

function undocumentedStatus({ operationId, responses, source }: Operation, status: number): Finding {
  const documented = responses.map((response) => response.status).join(', ');
  const message = `Status ${status} is not documented for ${operationId}, which has ${documented}.`;
  return misfit({ code: 'undocumented-status', message, got: String(status), location: source });
}

function checkHeaders(response: ResponseModel, { headers, status }: ReplyToCheck): readonly Finding[] {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return response.headers.flatMap((header) => {
    const { name, source: location } = header;
    const text = byName.get(name.toLowerCase());
    if (text !== undefined) return checkHeader(header, text);
    // Who frames the message says these, for one connection; clients don't hand them on.
    if (!header.isRequired || framingHeaders.has(name.toLowerCase())) return [];
    const message = `The header ${name} is missing; a ${status} always has it.`;
    return [misfit({ code: 'missing-header', message, name, basis: basisOf(header), location })];
  });
}

function misfit(finding: Omit<Finding, 'about' | 'basis'> & Partial<Finding>): Finding {
  return { about: 'reply', basis: 'document', name: undefined, ...finding };
}

function basisOf({ assumption }: { readonly assumption: string | undefined }): Basis {
  return assumption === undefined ? 'document' : 'assumption';
}

function checkHeader(header: ResponseHeader, text: string): readonly Finding[] {
  const { name, schema, explode, mediaType } = header;
  // Response headers have style `simple` (Header Object), which is read as that of a request's header.
  const asParameter: TextCarrier = { name, in: 'header', style: 'simple', explode, schema, mediaType };
  // Each cookie that is set is a value, or an item of the list that the schema wants.
  const fields = fieldsOf(name, text);
  const isListOfFields = isSetCookie(name) && acceptedTypes(schema).has('array');
  return (isListOfFields ? [fields] : fields).flatMap((given) => {
    const read = readParameterText(asParameter, given);
    if (read === undefined || isMalformed(read)) return [];
    return misfitsOfHeader(header, read.value, text);
  });
}

function misfitsOfHeader(header: ResponseHeader, value: JsonValue, text: string): readonly Finding[] {
  const { name, schema, source: location } = header;
  return explainErrors(findMisfits(schema.jsonSchema, value), schema.jsonSchema).map(
    ({ predicate, allowed }) =>
      misfit({
        code: 'wrong-header',
        message: `The header ${name} ${predicate}; it is ${jsonText(text)}.`,
        name,
        expected: allowed,
        got: text,
        basis: basisOf(header),
        location,
      }),
  );
}

function checkBody(response: ResponseModel, { mediaType, body, status }: ReplyToCheck): readonly Finding[] {
  const { contents, source } = response;
  if (contents.length === 0 || statusesWithoutBody.has(status)) return [];
  const documented = contents.map((content) => content.mediaType).join(', ');
  if (mediaType === undefined) {
    const message = `A ${status} has a body of ${documented}, but this one has no Content-Type.`;
    return [misfit({ code: 'missing-body', message, expected: documented, location: source })];
  }
  const content = findContent(contents, mediaType);
  if (content === undefined) {
    const message = `The media type ${mediaType} is not documented for ${status}, which has ${documented}.`;
    const code = 'undocumented-media-type';
    return [misfit({ code, message, expected: documented, got: mediaType, location: source })];
  }
  return checkBodyValue(content, mediaType, body);
}

function checkBodyValue(
  content: MediaTypeContent,
  mediaType: string,
  given: JsonValue | undefined,
): readonly Finding[] {
  const { schema, source: location } = content;
  const isItems = isSequence(mediaType, content);
  const sequence = isItems && typeof given === 'string' ? readSequence(mediaType, given, content) : undefined;
  if (sequence !== undefined && 'fault' in sequence) {
    const message = `The body is no sequence of ${mediaType}: ${sequence.reason}.`;
    return [misfit({ code: 'wrong-body', message, name: '', location })];
  }
  const body = sequence?.items ?? given;
  if (schema === undefined || body === undefined) return [];
  const read = isItems ? { value: body } : replyValue(body, mediaType, schema);
  if (read === undefined) return [];
  if ('fault' in read) {
    const what = read.fault === 'too-deep' ? tooDeep : read.reason;
    const message = `The body is not the XML that is documented: ${what}.`;
    return [misfit({ code: 'wrong-body', message, name: '', expected: 'XML', location })];
  }
  const directed = schemaForDirection(schema.jsonSchema, 'reply');
  return explainErrors(findMisfits(directed, read.value), directed).map(
    ({ pointer, predicate, allowed, value }) => {
      const got = value === undefined ? undefined : shortJson(value);
      const along = schemasAlong(schema, pointerTokens(pointer));
      return misfit({
        code: 'wrong-body',
        message: `${pointer === '' ? 'The body' : pointer} ${predicate}${got === undefined ? '' : `; it is ${got}`}.`,
        name: pointer,
        expected: allowed,
        got,
        basis: along.some(({ assumption }) => assumption !== undefined) ? 'assumption' : 'document',
        location,
      });
    },
  );
}

function shortJson(value: JsonValue): string {
  // JSON has no word for it: what was read from 1e400.
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    return 'a number beyond all that can be read';
  // A handler's value may be none of JSON's.
  const text = jsonText(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
