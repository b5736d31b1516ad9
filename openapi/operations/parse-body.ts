import type { JsonValue, MediaTypeContent } from '../model/api-model.ts';
import { acceptedTypes, coerceText, itemSchema, propertySchema } from './coerce-text.ts';
import { essenceOf, isJsonMediaType } from './media-types.ts';
import { type MultipartPart, parseMultipart } from './parse-multipart.ts';
import { decodeQueryText, splitQuery } from './query-pairs.ts';
import { readDeepObject } from './read-parameter-text.ts';
import type { RequestProblem, RequestProblemCode } from './request-problem.ts';

/** A body as a value, or why it is none. `isValue` is false for what no schema can judge: XML, files. */
export type ParsedBody =
  | { readonly value: JsonValue; readonly isValue: boolean }
  | { readonly problem: RequestProblem };

/**
 * Reads the bytes of a body by its media type: JSON, urlencoded and multipart forms (typed by the schema), text. A file in
 * a form is its content as text, one character for each byte.
 */
export function parseBody(contentType: string, bytes: Uint8Array, content: MediaTypeContent): ParsedBody {
  const essence = essenceOf(contentType);
  if (essence === 'multipart/form-data') return parseMultipartForm(contentType, bytes, content);
  const text = decodeText(contentType, bytes);
  if (isJsonMediaType(contentType)) {
    if (text === undefined) return badBody('undecodable', 'the body is not UTF-8 text');
    return parseJson(text);
  }
  if (essence === 'application/x-www-form-urlencoded') return parseForm(text ?? '', content);
  if (essence.startsWith('text/') && !essence.endsWith('xml')) {
    if (text === undefined) return badBody('undecodable', 'the body is not text in the charset it names');
    return { value: coerceText(text, content.schema), isValue: true };
  }
  return { value: text ?? Buffer.from(bytes).toString('latin1'), isValue: false };
}

function badBody(code: RequestProblemCode, what: string): ParsedBody {
  return {
    problem: { where: 'body', name: '', code, message: `${what.charAt(0).toUpperCase()}${what.slice(1)}.` },
  };
}

function parseJson(text: string): ParsedBody {
  try {
    return { value: JSON.parse(text) as JsonValue, isValue: true };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return badBody('not-json', `the body is not JSON: ${reason}`);
  }
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

function parseForm(text: string, content: MediaTypeContent): ParsedBody {
  const pairs = splitQuery(text);
  const record = new Map<string, JsonValue>();
  for (const name of new Set(pairs.map((pair) => pair.name))) {
    const values = pairs.filter((pair) => pair.name === name).map(({ value }) => decodeQueryText(value));
    if (values.includes(undefined) || pairs.some((pair) => pair.name === name && pair.hasBadName))
      return badBody('undecodable', `the field ${name} has percent-encoding that does not decode`);
    const base = name.includes('[') ? name.slice(0, name.indexOf('[')) : name;
    if (base !== name && content.schema !== undefined && content.encoding.get(base)?.style === 'deepObject')
      continue;
    record.set(
      name,
      fieldValue(
        name,
        values.map((value) => value ?? ''),
        content,
      ),
    );
  }
  for (const [name, encoding] of content.encoding) {
    const schema = content.schema === undefined ? undefined : propertySchema(content.schema, name);
    if (encoding.style !== 'deepObject' || schema === undefined) continue;
    const read = readDeepObject(name, schema, pairs);
    if (read !== undefined && 'value' in read) record.set(name, read.value);
  }
  return { value: Object.fromEntries(record), isValue: true };
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
      return JSON.parse(text) as JsonValue;
    } catch {
      // Not JSON: stays text, and the schema says what it should have been.
    }
  }
  return coerceText(text, schema);
}

function parseMultipartForm(contentType: string, bytes: Uint8Array, content: MediaTypeContent): ParsedBody {
  const parts = parseMultipart(contentType, bytes);
  if ('problem' in parts) return badBody('invalid', `the body must be multipart/form-data: ${parts.problem}`);
  const record = new Map<string, JsonValue>();
  for (const name of new Set(parts.map((part) => part.name))) {
    const texts = parts.filter((part) => part.name === name).map(partText);
    record.set(name, fieldValue(name, texts, content));
  }
  return { value: Object.fromEntries(record), isValue: true };
}

function partText({ bytes, fileName }: MultipartPart): string {
  return Buffer.from(bytes).toString(fileName === undefined ? 'utf8' : 'latin1');
}
