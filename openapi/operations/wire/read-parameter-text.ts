import type { JsonValue, Parameter } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import { decodedOrItself, decodePercent, percentEncode } from '../../model/percent-encoding.ts';
import { mostLevels } from '../../model/read/nesting.ts';
import { acceptedTypes } from '../../model/schema/accepted-types.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { coerceText, itemSchema, propertyNames, propertySchema, takesAnyName } from './coerce-text.ts';
import { decodeJson } from './decode-json.ts';
import { isJsonMediaType } from './media-types.ts';
import { decodeQueryText, type Pair, type RawPair } from './query-pairs.ts';

/** A parameter's value; undefined where nothing was sent for it. */
export type ReadText = { readonly value: JsonValue } | Malformed | undefined;
export interface Malformed {
  readonly malformed: 'undecodable' | 'repeated' | 'not-json' | 'too-deep' | 'unreadable-number';
  /** What was sent. */
  readonly value: JsonValue;
}

export function isMalformed(read: ReadText): read is Malformed {
  return read !== undefined && 'malformed' in read;
}

/** What reading a text needs to know of a parameter; a response's header has as much. */
export type TextCarrier = Pick<Parameter, 'name' | 'in' | 'style' | 'explode' | 'schema' | 'mediaType'>;

type Decode = (text: string) => string | undefined;

/**
 * The value that one text carries, or several of an exploded list. Literal delimiters split; where there is none, encoded
 * ones do, because most clients encode the whole text. So a list of one item cannot hold the delimiter.
 */
export function readParameterText(parameter: TextCarrier, text: string | readonly string[]): ReadText {
  const decode = decoderOf(parameter);
  if (typeof text !== 'string') return readItems(text, parameter.schema, decode);
  if (parameter.mediaType !== undefined) return readContent(parameter.mediaType, text, decode);
  const types = acceptedTypes(parameter.schema);
  const isList = types.has('array');
  const isRecord = types.has('object');
  const whole = decode(text);
  if (whole === undefined) return { malformed: 'undecodable', value: text };
  if (!isList && !isRecord) return { value: coerceText(unprefixed(whole, parameter), parameter.schema) };
  if (isRecord && !isList) return readRecord(text, parameter, decode);
  const items = listTexts(text, parameter, decode);
  // A schema that takes a scalar as well as a list gets the scalar where nothing was to split.
  if (types.size > 1 && items.length === 1 && !onlyListFits(types))
    return { value: coerceText(unprefixed(whole, parameter), parameter.schema) };
  return readItems(items, parameter.schema, decode);
}

function onlyListFits(types: ReadonlySet<string>): boolean {
  return [...types].every((type) => type === 'array' || type === 'null' || type === 'object');
}

function decoderOf(parameter: TextCarrier): Decode {
  if (parameter.in === 'query') return decodeQueryText;
  if (parameter.in === 'path') return decodePercent;
  // Cookies are often sent as they are, and a lone % is no fault there.
  return parameter.in === 'cookie' ? decodedOrItself : (text) => text.trim();
}

function readContent(mediaType: string, text: string, decode: Decode): ReadText {
  const decoded = decode(text);
  if (decoded === undefined) return { malformed: 'undecodable', value: text };
  if (!isJsonMediaType(mediaType)) return { value: decoded };
  const parsed = decodeJson(decoded);
  return 'value' in parsed ? parsed : { malformed: parsed.fault, value: decoded };
}

function readItems(texts: readonly string[], schema: SchemaNode, decode: Decode): ReadText {
  const items: JsonValue[] = [];
  for (const [index, text] of texts.entries()) {
    const decoded = decode(text);
    if (decoded === undefined) return { malformed: 'undecodable', value: text };
    items.push(coerceText(decoded, itemSchema(schema, index)));
  }
  return { value: items };
}

/** `.blue` of a label, `;color=blue` of a matrix parameter: what the style puts before the value. */
function unprefixed(text: string, { style, name }: TextCarrier): string {
  if (style === 'label') return text.replace(/^\./, '');
  if (style === 'matrix') return matrixValue(text.replace(/^;/, ''), name);
  return text;
}

/** What stands behind the name, `color=blue`; an empty value has no `=` before it: `color` (Parameter Object, Style Examples). */
function matrixValue(part: string, name: string): string {
  const [written = '', value = ''] = part.split(/=(.*)/s, 2);
  return decodedOrItself(written) === name ? value : part;
}

function listTexts(text: string, parameter: TextCarrier, decode: Decode): readonly string[] {
  const { style, explode, name } = parameter;
  if (style === 'matrix' && explode) {
    const parts = text.split(';').filter((part) => part !== '');
    return parts.map((part) => matrixValue(part, name));
  }
  if (style === 'label') return splitText(text.replace(/^\./, ''), explode ? '.' : ',', decode);
  if (style === 'spaceDelimited') return splitText(text.replaceAll('%20', '+'), '+', decode);
  if (style === 'pipeDelimited') return splitText(text.replaceAll(/%7c/gi, '|'), '|', decode);
  return splitText(unprefixed(text, parameter), ',', decode);
}

function splitText(text: string, delimiter: string, decode: Decode): readonly string[] {
  if (text.includes(delimiter)) return text.split(delimiter);
  const decoded = decode(text);
  if (delimiter !== ',' || decoded === undefined || !decoded.includes(',')) return [text];
  // Encoded again, because every item is decoded once more.
  return decoded.split(',').map(percentEncode);
}

/** A literal `=` shows that each part was encoded by itself: an encoded delimiter belongs to a value then. */
function splitExploded(text: string, delimiter: string, decode: Decode): readonly string[] {
  if (text.includes('=')) return text.split(delimiter);
  const decoded = decode(text);
  if (decoded === undefined || !decoded.includes('=')) return splitText(text, delimiter, decode);
  return decoded.split(delimiter).map((part) => part.split('=').map(percentEncode).join('='));
}

function readRecord(text: string, parameter: TextCarrier, decode: Decode): ReadText {
  const { style, explode, schema } = parameter;
  const body = style === 'matrix' && explode ? text.replace(/^;/, '') : unprefixed(text, parameter);
  const delimiter = !explode ? ',' : style === 'label' ? '.' : style === 'matrix' ? ';' : ',';
  const split = explode ? splitExploded : splitText;
  const texts =
    style === 'spaceDelimited' || style === 'pipeDelimited'
      ? listTexts(text, parameter, decode)
      : split(body, delimiter, decode);
  const pairs = explode
    ? texts.map((part) => [
        part.split('=', 1)[0] ?? '',
        part.includes('=') ? part.slice(part.indexOf('=') + 1) : '',
      ])
    : Array.from({ length: Math.ceil(texts.length / 2) }, (_, index) => [
        texts[2 * index] ?? '',
        texts[2 * index + 1] ?? '',
      ]);
  const record = new Map<string, JsonValue>();
  for (const [rawName = '', rawValue = ''] of pairs) {
    const name = decode(rawName);
    const value = decode(rawValue);
    if (name === undefined || value === undefined) return { malformed: 'undecodable', value: text };
    record.set(name, coerceText(value, propertySchema(schema, name)));
  }
  return { value: Object.fromEntries(record) };
}

/** An object whose properties are parameters of their own; a free-form one takes every name that nobody else claims. */
export function readExplodedObject(
  { schema }: Parameter,
  pairs: readonly RawPair[],
  claimed: ReadonlySet<string>,
): ReadText {
  const known = new Set(propertyNames(schema));
  const isOpen = takesAnyName(schema);
  const record = new Map<string, JsonValue>();
  for (const { name, value, hasBadName } of pairs) {
    if (hasBadName || !(known.has(name) || (isOpen && !claimed.has(name)))) continue;
    const decoded = decodeQueryText(value);
    if (decoded === undefined) return { malformed: 'undecodable', value };
    if (record.has(name)) return { malformed: 'repeated', value: decoded };
    record.set(name, coerceText(decoded, propertySchema(schema, name)));
  }
  return record.size === 0 ? undefined : { value: Object.fromEntries(record) };
}

/** `filter[price][min]=1`, to any depth; a repeated name, `name[]` and `name[0]` make a list. `decode`: of a value as it came. */
export function readDeepObject(
  name: string,
  schema: SchemaNode,
  pairs: readonly Pair[],
  decode: (text: string) => string | undefined = decodeQueryText,
): ReadText {
  const tree: Tree = new Map();
  for (const pair of pairs) {
    if (!pair.name.startsWith(`${name}[`) || !pair.name.endsWith(']')) continue;
    const decoded = decode(pair.value);
    if (decoded === undefined) return { malformed: 'undecodable', value: pair.value };
    const names = pair.name.slice(name.length + 1, -1).split('][');
    if (names.length > mostLevels) return { malformed: 'too-deep', value: pair.value };
    plant(tree, names, decoded);
  }
  return tree.size === 0 ? undefined : { value: harvest(tree, schema) };
}

/** A level of bracketed names; a list of texts is a leaf. */
type Tree = Map<string, Tree | string[]>;

function plant(tree: Tree, names: readonly string[], text: string): void {
  const [name = '', ...rest] = names;
  const child = tree.get(name);
  if (rest.length === 0) {
    if (Array.isArray(child)) child.push(text);
    else tree.set(name, [text]);
    return;
  }
  const branch: Tree = child instanceof Map ? child : new Map();
  tree.set(name, branch);
  plant(branch, rest, text);
}

function harvest(tree: Tree | string[], schema: SchemaNode | undefined): JsonValue {
  const isList = schema !== undefined && acceptedTypes(schema).has('array');
  if (Array.isArray(tree)) {
    if (isList) return tree.map((text, index) => coerceText(text, itemSchema(schema, index)));
    const [first = ''] = tree;
    // A scalar that came twice stays a list: the validator refuses it, saying what is allowed.
    return tree.length > 1 ? tree : coerceText(first, schema);
  }
  const entries = [...tree];
  if (isList && entries.every(([name]) => /^\d*$/.test(name)))
    return entries.flatMap(([name, child], index) => {
      const value = harvest(child, name === '' ? schema : itemSchema(schema, index));
      return name === '' && Array.isArray(value) ? value : [value];
    });
  const record = entries.map(([name, child]) => [
    name,
    harvest(child, schema === undefined ? undefined : propertySchema(schema, name)),
  ]);
  const value: unknown = Object.fromEntries(record);
  return isObject(value) ? value : {};
}
