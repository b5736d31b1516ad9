import type { JsonObject, JsonValue } from '../../model/api-model.ts';
import { isAmount } from '../../model/decimal.ts';
import { isObject } from '../../model/is-object.ts';
import { jsonText } from '../../model/json-text.ts';
import { valueText } from '../../model/value-text.ts';
import { generateString } from '../values/generate-string.ts';

const mostListed = 40;
const mostBranches = 6;

/**
 * What a schema allows, in words that follow "must be": `an integer from 1 to 20`, `one of en, fr`. Takes a JSON Schema and
 * the self-contained schema it belongs to, whose `$defs` its `$ref`s lead to.
 */
export function describeSchema(schema: JsonValue | undefined, root: JsonObject | boolean, depth = 0): string {
  const flat = flatten(schema, root, depth);
  if (flat === false) return 'absent';
  if (flat === true || depth > 4) return 'any value';
  if (flat.const !== undefined) return showValue(flat.const);
  if (Array.isArray(flat.enum)) return describeEnum(flat.enum);
  const branches = [flat.oneOf, flat.anyOf].find(Array.isArray);
  if (branches !== undefined) {
    const texts = [...new Set(branches.map((branch) => describeSchema(branch, root, depth + 1)))];
    if (texts.length <= mostBranches) return texts.join(' or ');
    return `${texts.slice(0, mostBranches).join(' or ')} or one of ${texts.length - mostBranches} more`;
  }
  const types = typeof flat.type === 'string' ? [flat.type] : (flat.type ?? []);
  if (!Array.isArray(types) || types.length === 0) return describeUntyped(flat);
  return types.map((type) => describeType(valueText(type), flat, root, depth)).join(' or ');
}

/** A value as a reader would write it: text bare, the rest as JSON, cut where it is long. */
export function showValue(value: JsonValue): string {
  const text = typeof value === 'string' && value !== '' ? value : jsonText(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

function describeEnum(values: readonly JsonValue[]): string {
  if (values.length === 1) return showValue(values[0] ?? null);
  const shown = values.slice(0, mostListed).map(showValue).join(', ');
  return `one of ${shown}${values.length > mostListed ? `, … (${values.length} values)` : ''}`;
}

/** Follows `$ref` and lays the parts of `allOf` over each other: good enough to be told, not to be judged by. */
function flatten(
  schema: JsonValue | undefined,
  root: JsonObject | boolean,
  depth: number,
): JsonObject | boolean {
  if (!isObject(schema)) return schema !== false;
  let flat: JsonObject = schema;
  if (typeof schema.$ref === 'string' && isObject(root) && depth < 8) {
    const definitions = root.$defs;
    const name = schema.$ref.replace('#/$defs/', '');
    const target = isObject(definitions) ? flatten(definitions[name], root, depth + 1) : true;
    if (target === false) return false;
    const { $ref: _, ...siblings } = schema;
    flat = target === true ? siblings : { ...target, ...siblings };
  }
  if (!Array.isArray(flat.allOf)) return flat;
  const { allOf, ...own } = flat;
  const parts = allOf.map((part) => flatten(part, root, depth + 1)).filter(isObject);
  return Object.assign({}, ...parts, own) as JsonObject; // Object.assign's type for spread arguments is any
}

function describeType(type: string, schema: JsonObject, root: JsonObject | boolean, depth: number): string {
  switch (type) {
    case 'integer':
      return describeNumber('an integer', schema);
    case 'number':
      return describeNumber('a number', schema);
    case 'boolean':
      return 'true or false';
    case 'string':
      return describeText(schema);
    case 'array':
      return describeList(schema, root, depth);
    case 'object':
      return 'an object';
    default:
      return type;
  }
}

function describeUntyped(schema: JsonObject): string {
  const has = (...keywords: string[]) => keywords.some((keyword) => schema[keyword] !== undefined);
  if (has('pattern', 'format', 'minLength', 'maxLength')) return describeText(schema);
  if (has('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'))
    return describeNumber('a number', schema);
  if (has('properties', 'required')) return 'an object';
  return 'a value that fits its schema';
}

function describeNumber(noun: string, schema: JsonObject): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const parts: string[] = [];
  if (isAmount(minimum) && isAmount(maximum)) parts.push(`from ${minimum} to ${maximum}`);
  else if (isAmount(minimum)) parts.push(`of at least ${minimum}`);
  else if (isAmount(maximum)) parts.push(`of at most ${maximum}`);
  if (isAmount(exclusiveMinimum)) parts.push(`greater than ${exclusiveMinimum}`);
  if (isAmount(exclusiveMaximum)) parts.push(`less than ${exclusiveMaximum}`);
  if (isAmount(multipleOf)) parts.push(`that is a multiple of ${multipleOf}`);
  return [noun, parts.join(' and ')].filter((part) => part !== '').join(' ');
}

/** Formats as a reader knows them. The others are named as they are. */
const formatNouns: Readonly<Record<string, string>> = {
  'date-time': 'a date and time such as 2024-05-15T10:00:00Z',
  date: 'a date such as 2024-05-15',
  time: 'a time such as 10:00:00Z',
  duration: 'a duration such as P1D',
  email: 'an email address such as user@example.com',
  'idn-email': 'an email address such as user@example.com',
  hostname: 'a host name such as example.com',
  ipv4: 'an IPv4 address such as 192.0.2.1',
  ipv6: 'an IPv6 address such as 2001:db8::1',
  uri: 'a URL such as https://example.com/',
  url: 'a URL such as https://example.com/',
  'uri-reference': 'a URL or path such as /page',
  uuid: 'a UUID such as 123e4567-e89b-42d3-a456-426614174000',
  byte: 'Base64 text such as ZXhhbXBsZQ==',
  binary: 'a file',
  regex: 'a regular expression',
};

function describeText(schema: JsonObject): string {
  const { minLength, maxLength, pattern, format } = schema;
  let text = typeof format === 'string' ? (formatNouns[format] ?? `text in the format ${format}`) : 'text';
  if (isNumber(minLength) && isNumber(maxLength))
    text +=
      minLength === maxLength ? ` of ${minLength} characters` : ` of ${minLength} to ${maxLength} characters`;
  else if (isNumber(minLength)) text += ` of at least ${plural(minLength, 'character')}`;
  else if (isNumber(maxLength)) text += ` of at most ${plural(maxLength, 'character')}`;
  if (typeof pattern !== 'string') return text;
  const sample = sampleOf(schema, pattern);
  return `${text}${sample === undefined ? '' : ` such as ${showValue(sample)}`} (it must match ${pattern})`;
}

function sampleOf(schema: JsonObject, pattern: string): string | undefined {
  const { examples, minLength, maxLength, format } = schema;
  const example = Array.isArray(examples) ? examples[0] : undefined;
  if (typeof example === 'string') return example;
  if (typeof format === 'string') return undefined;
  const limits = {
    minLength: isNumber(minLength) ? minLength : 0,
    maxLength: isNumber(maxLength) ? maxLength : Number.POSITIVE_INFINITY,
    patterns: [pattern],
    formats: [],
  };
  return generateString(limits, undefined);
}

function describeList(schema: JsonObject, root: JsonObject | boolean, depth: number): string {
  const { minItems, maxItems, uniqueItems, items } = schema;
  let text = uniqueItems === true ? 'a list without repetitions' : 'a list';
  if (isNumber(minItems) && isNumber(maxItems))
    text +=
      minItems === maxItems ? ` of ${plural(minItems, 'item')}` : ` of ${minItems} to ${maxItems} items`;
  else if (isNumber(minItems)) text += ` of at least ${plural(minItems, 'item')}`;
  else if (isNumber(maxItems)) text += ` of at most ${plural(maxItems, 'item')}`;
  return isObject(items) ? `${text}, each ${describeSchema(items, root, depth + 1)}` : text;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function isNumber(value: JsonValue | undefined): value is number {
  return typeof value === 'number';
}
