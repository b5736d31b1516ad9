import type { JsonValue, MediaTypeContent } from '../../model/api-model.ts';
import { grouped } from '../../model/grouped.ts';
import { escapePointerToken } from '../../model/read/located.ts';
import { isTooDeep, tooDeep } from '../../model/read/nesting.ts';
import { readJson } from '../../model/read-json.ts';
import { acceptedTypes } from '../../model/schema/accepted-types.ts';
import type { RequestProblem, RequestProblemCode } from '../judge/request-problem.ts';
import { coerceText, isTextOf, itemSchema, propertySchema } from './coerce-text.ts';
import { decodeJson } from './decode-json.ts';
import { isBinary } from './encode-body.ts';
import { essenceOf, isJsonMediaType, isXmlMediaType, mediaTypeFit } from './media-types.ts';
import { type MultipartPart, parseMultipart } from './parse-multipart.ts';
import { decodeQueryText, type Pair, splitQuery } from './query-pairs.ts';
import { isMalformed, readDeepObject } from './read-parameter-text.ts';
import { readXml } from './read-xml.ts';
import { isSequence, readSequence } from './sequences.ts';

/** A body as a value, or why it is none. `isValue` is false for what no schema can judge: files. */
export type ParsedBody =
  | { readonly value: JsonValue; readonly isValue: boolean }
  | { readonly problem: RequestProblem };

/**
 * Reads the bytes of a body by its media type: JSON, XML, urlencoded and multipart forms (typed by the schema), text. A file in
 * a form is its content as text, one character for each byte.
 */
export function parseBody(contentType: string, bytes: Uint8Array, content: MediaTypeContent): ParsedBody {
  const essence = essenceOf(contentType);
  if (essence === 'multipart/form-data') return parseMultipartForm(contentType, bytes, content);
  const text = decodeText(contentType, bytes);
  if (isJsonMediaType(contentType)) {
    if (text === undefined) return badBody('undecodable', 'the body is not UTF-8 text');
    return parseJsonBody(text);
  }
  if (essence === 'application/x-www-form-urlencoded') return parseForm(text ?? '', content);
  if (isSequence(contentType, content)) {
    const read = readSequence(contentType, text ?? '', content);
    if ('items' in read) return { value: read.items, isValue: true };
    return badBody(read.fault, `the body is no sequence of ${essence}: ${read.reason}`);
  }
  if (isXmlMediaType(contentType) && !(content.schema !== undefined && isBinary(content.schema))) {
    if (text === undefined) return badBody('undecodable', 'the body is not text in the charset it names');
    return parseXmlBody(text, content);
  }
  if (essence.startsWith('text/')) {
    if (text === undefined) return badBody('undecodable', 'the body is not text in the charset it names');
    return { value: coerceText(text, content.schema), isValue: isTextOf(content.schema, essence) };
  }
  return { value: text ?? Buffer.from(bytes).toString('latin1'), isValue: false };
}

function badBody(code: RequestProblemCode, what: string): ParsedBody {
  return {
    problem: { where: 'body', name: '', code, message: `${what.charAt(0).toUpperCase()}${what.slice(1)}.` },
  };
}

function parseJsonBody(text: string): ParsedBody {
  const parsed = decodeJson(text);
  if ('value' in parsed) return { value: parsed.value, isValue: true };
  if (parsed.fault === 'too-deep') return bodyTooDeep();
  const said = parsed.fault === 'not-json' ? 'the body is not JSON' : 'the body is refused';
  return badBody(parsed.fault, `${said}: ${parsed.reason}`);
}

function parseXmlBody(text: string, { schema }: MediaTypeContent): ParsedBody {
  const read = readXml(text, schema);
  if ('value' in read) return { value: read.value, isValue: true };
  if (read.fault === 'too-deep') return bodyTooDeep();
  return read.fault === 'not-xml'
    ? badBody('not-xml', `the body is not XML: ${read.reason}`)
    : badBody('not-allowed', read.reason);
}

/** undefined where the bytes are not in the charset that the media type names (UTF-8 without one). */
function decodeText(contentType: string, bytes: Uint8Array): string | undefined {
  const charset = /;\s*charset="?([^";\s]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A form of more fields is refused: nobody fills one in, and each costs time. */
const mostFields = 10_000;
const tooManyFields = `the body has more than ${mostFields} fields`;

function parseForm(text: string, content: MediaTypeContent): ParsedBody {
  const pairs = splitQuery(text);
  if (pairs.length > mostFields) return badBody('too-many', tooManyFields);
  const unreadable = pairs.find((pair) => pair.hasBadName || decodeQueryText(pair.value) === undefined);
  if (unreadable !== undefined)
    return badBody('undecodable', `the field ${unreadable.name} has percent-encoding that does not decode`);
  const decode = (text: string) => decodeQueryText(text) ?? text;
  return readFields(
    pairs.map(({ name, value }) => ({ name, value: decode(value) })),
    content,
  );
}

/** The fields of a form as an object; those of a `deepObject` together. */
function readFields(fields: readonly Pair[], content: MediaTypeContent): ParsedBody {
  const { schema, encoding } = content;
  const record = new Map<string, JsonValue>();
  const deepFields: Pair[] = [];
  for (const [name, texts] of grouped(fields.map(({ name, value }) => [name, value]))) {
    const base = name.includes('[') ? name.slice(0, name.indexOf('[')) : name;
    const isDeep = base !== name && schema !== undefined && encoding.get(base)?.style === 'deepObject';
    if (isDeep) deepFields.push(...texts.map((value) => ({ name, value })));
    else record.set(name, fieldValue(name, texts, content));
  }
  for (const name of encoding.keys()) {
    const property = schema === undefined ? undefined : propertySchema(schema, name);
    const read =
      property === undefined ? undefined : readDeepObject(name, property, deepFields, (text) => text);
    if (isMalformed(read)) return bodyTooDeep();
    if (read !== undefined) record.set(name, read.value);
  }
  return formBody(record);
}

function formBody(record: ReadonlyMap<string, JsonValue>): ParsedBody {
  const value = Object.fromEntries(record);
  return isTooDeep(value) ? bodyTooDeep() : { value, isValue: true };
}

function bodyTooDeep(): ParsedBody {
  return badBody('too-deep', `the body is refused: ${tooDeep}`);
}

/** The value of one field, which may have come several times. */
function fieldValue(name: string, texts: readonly string[], content: MediaTypeContent): JsonValue {
  const schema = content.schema === undefined ? undefined : propertySchema(content.schema, name);
  const types = schema === undefined ? new Set<string>() : acceptedTypes(schema);
  const isJoined = content.encoding.get(name)?.explode === false;
  if (schema !== undefined && types.has('array')) {
    const items = isJoined && texts.length === 1 ? (texts[0] ?? '').split(',') : texts;
    return items.map((text, index) => structured(text, itemSchema(schema, index)));
  }
  const [first = '', ...more] = texts;
  return more.length > 0 ? texts : structured(first, schema);
}

/** Objects and lists travel as JSON inside a form. */
function structured(text: string, schema: Parameters<typeof coerceText>[1]): JsonValue {
  const types = schema === undefined ? new Set<string>() : acceptedTypes(schema);
  if ((types.has('object') || types.has('array')) && /^\s*[[{]/.test(text)) {
    try {
      return readJson(text);
    } catch {
      // Not JSON: stays text, and the schema says what it should have been.
    }
  }
  return coerceText(text, schema);
}

function parseMultipartForm(contentType: string, bytes: Uint8Array, content: MediaTypeContent): ParsedBody {
  const parts = parseMultipart(contentType, bytes);
  if ('problem' in parts) return badBody('invalid', `the body must be multipart/form-data: ${parts.problem}`);
  if (parts.length > mostFields) return badBody('too-many', tooManyFields);
  const problem = partOfOtherType(parts, content);
  if (problem !== undefined) return { problem };
  return readFields(
    parts.map((part) => ({ name: part.name, value: partText(part) })),
    content,
  );
}

/** A part of none of the media types that its Encoding Object lists; what names none is `text/plain` (RFC 7578, section 4.4). */
function partOfOtherType(
  parts: readonly MultipartPart[],
  { encoding }: MediaTypeContent,
): RequestProblem | undefined {
  for (const { name, mediaType } of parts) {
    const allowed = encoding.get(name)?.contentType;
    const ranges = allowed?.split(',').map((range) => range.trim()) ?? [];
    if (allowed === undefined || ranges.some((range) => mediaTypeFit(range, mediaType) !== undefined))
      continue;
    const message = `The part ${name} must be of the media type ${allowed}, not ${mediaType}.`;
    return {
      where: 'body',
      name: `/${escapePointerToken(name)}`,
      code: 'wrong-media-type',
      message,
      allowed,
      value: mediaType,
    };
  }
  return undefined;
}

function partText({ bytes, fileName }: MultipartPart): string {
  return Buffer.from(bytes).toString(fileName === undefined ? 'utf8' : 'latin1');
}
