import type { JsonValue } from '../../model/api-model.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { coerceText, isTextAlone, isTextOf } from './coerce-text.ts';
import { isBinary } from './encode-body.ts';
import { isJsonMediaType, isXmlMediaType } from './media-types.ts';
import { type ReadXml, readXml } from './read-xml.ts';
import { isXmlText } from './xml-text.ts';

/**
 * The value that a reply's body stands for by its schema, or why it is none; undefined where no schema can judge it. Takes
 * parsed JSON, text, or what a handler returned. A plain text may stand for itself in XML where the schema takes text.
 */
export function replyValue(body: JsonValue, mediaType: string, schema: SchemaNode): ReadXml | undefined {
  if (isJsonMediaType(mediaType)) return { value: body };
  if (isXmlMediaType(mediaType) && !isBinary(schema)) {
    const isPlain = typeof body !== 'string' || (isTextAlone(schema) && !isXmlText(body));
    return isPlain ? { value: body } : readXml(body, schema);
  }
  return typeof body === 'string' && isTextOf(schema, mediaType)
    ? { value: coerceText(body, schema) }
    : undefined;
}
