import type { JsonObject, JsonValue, MediaTypeContent } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import { jsonText } from '../../model/json-text.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { valueText } from '../../model/value-text.ts';
import { decodeJson } from './decode-json.ts';
import { essenceOf } from './media-types.ts';

/** The items of a body, or what is wrong with which. */
export type ReadSequence =
  | { readonly items: readonly JsonValue[] }
  | { readonly fault: 'not-json' | 'too-deep' | 'unreadable-number'; readonly reason: string };

/** How each item stands in the text, before and after (RFC 7464; jsonlines.org). */
const frames: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'application/jsonl': ['', '\n'],
  'application/x-ndjson': ['', '\n'],
  'application/x-jsonlines': ['', '\n'],
  'application/json-seq': ['\u001E', '\n'],
};
const eventStream = 'text/event-stream';

/** Whether a body is a sequence of items, which each fit `itemSchema` (OpenAPI 3.2, Sequential Media Types). */
export function isSequence(mediaType: string, { itemSchema }: MediaTypeContent): boolean {
  const essence = essenceOf(mediaType);
  return itemSchema !== undefined && (essence === eventStream || Object.hasOwn(frames, essence));
}

/** The text of a sequence, of which `isSequence` is true. */
export function writeSequence(
  mediaType: string,
  items: readonly JsonValue[],
  { itemSchema }: MediaTypeContent,
): string {
  const [before = '', after = ''] = frames[essenceOf(mediaType)] ?? [];
  const write = (item: JsonValue) =>
    essenceOf(mediaType) === eventStream
      ? writeEvent(item, itemSchema)
      : `${before}${jsonText(item)}${after}`;
  return items.map(write).join('');
}

const why = {
  'not-json': 'is not JSON',
  'too-deep': 'is nested too deep',
  'unreadable-number': 'has a number that no computer can hold',
} as const;

export function readSequence(
  mediaType: string,
  text: string,
  { itemSchema }: MediaTypeContent,
): ReadSequence {
  const isEvents = essenceOf(mediaType) === eventStream;
  const [before = ''] = frames[essenceOf(mediaType)] ?? [];
  const texts = isEvents ? [] : text.split(before || '\n').filter((part) => part.trim() !== '');
  if (isEvents && hasFields(itemSchema)) return { items: eventsOf(text) as unknown as readonly JsonObject[] }; // fields are texts and a number
  const payloads = isEvents
    ? eventsOf(text).flatMap(({ data }) => (data === undefined ? [] : [data]))
    : texts;
  const items: JsonValue[] = [];
  for (const [index, payload] of payloads.entries()) {
    const decoded = decodeJson(payload);
    if ('fault' in decoded)
      return {
        fault: decoded.fault,
        reason: `item ${index + 1} ${why[decoded.fault]}`,
      };
    items.push(decoded.value);
  }
  return { items };
}

const eventFields = ['event', 'data', 'id', 'retry'] as const;
interface ServerSentEvent {
  readonly event?: string;
  readonly data?: string;
  readonly id?: string;
  /** Milliseconds. */
  readonly retry?: number;
}

/** An item is an event with its fields; many documents describe what stands in `data` alone, as JSON. */
function hasFields(schema: SchemaNode | undefined): boolean {
  if (schema === undefined) return false;
  const parts = [schema.allOf, schema.anyOf, schema.oneOf].flat();
  return schema.properties.has('data') || parts.some(hasFields);
}

/** HTML standard, section 9.2.6: a line for each field, a blank line behind each event. */
function writeEvent(item: JsonValue, schema: SchemaNode | undefined): string {
  const event = isObject(item) && hasFields(schema) ? item : { data: jsonText(item) };
  const lines = eventFields.flatMap((field) => {
    const value = event[field];
    if (value === undefined) return [];
    return valueText(value)
      .split(/\r\n|\r|\n/)
      .map((line) => `${field}: ${line}`);
  });
  return `${lines.join('\n')}\n\n`;
}

function eventsOf(text: string): readonly ServerSentEvent[] {
  const blocks = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/);
  return blocks.flatMap((block) => {
    const event: Record<string, string | number> = {};
    for (const line of block.split('\n')) {
      const [field = '', value = ''] = [line.split(':', 1)[0], line.replace(/^[^:]*:? ?/, '')];
      if (field === 'retry' && /^\d+$/.test(value)) event.retry = Number(value);
      else if (field === 'data' && event.data !== undefined) event.data = `${event.data}\n${value}`;
      else if (field === 'event' || field === 'data' || field === 'id') event[field] = value;
    }
    return Object.keys(event).length === 0 ? [] : [event as ServerSentEvent];
  });
}
