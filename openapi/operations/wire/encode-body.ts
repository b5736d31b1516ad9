import type { JsonValue, MediaTypeContent, PropertyEncoding } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import { jsonText } from '../../model/json-text.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { valueText } from '../../model/value-text.ts';
import { concreteMediaType, essenceOf, isJsonMediaType, isXmlMediaType } from './media-types.ts';
import { quotePartName } from './part-name.ts';
import { encodePairs, type Pair } from './query-pairs.ts';
import { isSequence, writeSequence } from './sequences.ts';
import { deepEntries } from './serialise-parameter.ts';
import { xmlText } from './xml-text.ts';

export interface EncodedBody {
  /** With its parameters: a multipart body names its boundary here. */
  readonly contentType: string;
  readonly body: Uint8Array | string;
}

/** One name and value of a form, decoded. */
export interface FormField extends Pair {
  /** Set where the part is a file or has a media type of its own (multipart only). */
  readonly mediaType: string | undefined;
  readonly fileName: string | undefined;
}

/** Writes a value as its media type has it: JSON, form, multipart, XML, else as text. */
export function encodeBody(mediaType: string, value: JsonValue, content: MediaTypeContent): EncodedBody {
  const essence = essenceOf(mediaType);
  if (isJsonMediaType(mediaType)) return { contentType: mediaType, body: jsonText(value) };
  if (essence === 'application/x-www-form-urlencoded')
    return { contentType: mediaType, body: encodePairs(formFields(value, content)) };
  if (essence === 'multipart/form-data') return encodeMultipart(formFields(value, content));
  if (Array.isArray(value) && isSequence(mediaType, content))
    return { contentType: mediaType, body: writeSequence(mediaType, value, content) };
  const isFile = content.schema !== undefined && isBinary(content.schema);
  if (isXmlMediaType(mediaType) && !isFile)
    return { contentType: mediaType, body: xmlText(value, content.schema) };
  return { contentType: mediaType, body: valueText(value) };
}

/**
 * The fields that carry an object in a form: lists repeat their name, objects travel as JSON unless the Encoding Object
 * says `deepObject` (OpenAPI, Encoding Object and the considerations for form bodies).
 */
export function formFields(value: JsonValue, content: MediaTypeContent): readonly FormField[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    if (item === undefined) return [];
    const schema = content.schema?.properties.get(name);
    const encoding = content.encoding.get(name);
    if (encoding?.style === 'deepObject')
      return deepEntries(name, item).map(([key, text]) => fieldOf(key, text, undefined, undefined));
    if (!Array.isArray(item)) return [fieldOf(name, item, schema, encoding)];
    if (encoding?.explode === false)
      return [fieldOf(name, item.map(valueText).join(','), undefined, encoding)];
    return item.map((entry) => fieldOf(name, entry, schema?.items, encoding));
  });
}

function fieldOf(
  name: string,
  value: JsonValue,
  schema: SchemaNode | undefined,
  encoding: PropertyEncoding | undefined,
): FormField {
  const text = valueText(value);
  const isFile = schema !== undefined && isBinary(schema);
  const isComplex = typeof value === 'object' && value !== null;
  const [range] = encoding?.contentType?.split(',') ?? [];
  const written = range && concreteMediaType(range.trim());
  return {
    name,
    value: text,
    mediaType: written ?? (isFile ? 'application/octet-stream' : isComplex ? 'application/json' : undefined),
    fileName: isFile ? `${name}.bin` : undefined,
  };
}

/** A file: `format: binary` of 3.0, or 3.1's content keywords without a type of text (OpenAPI, file uploads). */
export function isBinary(schema: SchemaNode): boolean {
  if (schema.format === 'binary') return true;
  const mediaType = schema.constraints.contentMediaType;
  return (
    typeof mediaType === 'string' &&
    schema.constraints.contentEncoding === undefined &&
    !isJsonMediaType(mediaType)
  );
}

function encodeMultipart(fields: readonly FormField[]): EncodedBody {
  let boundary = 'part-boundary';
  while (fields.some(({ value }) => value.includes(boundary))) boundary += '-';
  const parts = fields.map(({ name, value, mediaType, fileName }) => {
    const file = fileName === undefined ? '' : `; filename="${quotePartName(fileName)}"`;
    const type = mediaType === undefined ? '' : `\r\nContent-Type: ${mediaType}`;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${quotePartName(name)}"${file}${type}\r\n\r\n${value}\r\n`;
  });
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: `${parts.join('')}--${boundary}--\r\n`,
  };
}
