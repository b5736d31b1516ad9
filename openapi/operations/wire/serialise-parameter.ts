import type { JsonValue, Parameter } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import { jsonText } from '../../model/json-text.ts';
import { percentEncode } from '../../model/percent-encoding.ts';
import { valueText } from '../../model/value-text.ts';
import type { Pair } from './query-pairs.ts';

/** What of a parameter says how its value is written. */
export type StyledParameter = Pick<Parameter, 'name' | 'in' | 'style' | 'explode'> &
  Partial<Pick<Parameter, 'allowsReserved' | 'mediaType'>>;

type Encode = (text: string) => string;
const asItIs: Encode = (text) => text;

/**
 * The pairs that carry a value in the parameter's style (OpenAPI Parameter Object, Style Values and its examples),
 * decoded: what a library that encodes by itself wants. Path and header parameters give a single pair; empty lists and objects give no pair, as RFC 6570 has it.
 */
export function serialiseParameter(parameter: StyledParameter, value: JsonValue): readonly Pair[] {
  return renderParameter(parameter, value, asItIs);
}

/** The same, percent-encoded: delimiters stay as they are, so that an item may contain one. */
export function encodeParameter(parameter: StyledParameter, value: JsonValue): readonly Pair[] {
  return renderParameter(parameter, value, encodingOf(parameter));
}

/**
 * `allowReserved` keeps RFC 3986's reserved characters, except those that would end or split a query; in a path, those that
 * would end its segment or the path (OpenAPI 3.2, Parameter Object).
 */
function encodingOf({ allowsReserved, in: where }: StyledParameter): Encode {
  if (!allowsReserved) return percentEncode;
  const kept =
    where === 'path'
      ? /%(3A|40|21|24|27|28|29|2A|2C|3B)/gi
      : /%(3A|2F|3F|5B|5D|40|21|24|27|28|29|2A|2C|3B)/gi;
  return (text) => percentEncode(text).replaceAll(kept, (encoded) => decodeURIComponent(encoded));
}

function renderParameter(parameter: StyledParameter, value: JsonValue, encode: Encode): readonly Pair[] {
  const name = encode(parameter.name);
  if (parameter.mediaType !== undefined)
    return [{ name, value: encode(contentText(parameter.mediaType, value)) }];
  switch (parameter.style) {
    case 'form':
      return formPairs(name, value, parameter.explode, ',', encode);
    case 'spaceDelimited':
      return formPairs(name, value, parameter.explode, encode(' '), encode);
    case 'pipeDelimited':
      return formPairs(name, value, parameter.explode, encode('|'), encode);
    case 'deepObject':
      return deepEntries(parameter.name, value).map(([key, item]) => ({
        name: encode(key),
        value: encode(valueText(item)),
      }));
    case 'simple':
      return [
        { name, value: simpleText(value, parameter.explode, parameter.in === 'header' ? asItIs : encode) },
      ];
    case 'label':
      return [{ name, value: labelText(value, parameter.explode, encode) }];
    case 'matrix':
      return [{ name, value: matrixText(name, value, parameter.explode, encode) }];
  }
}

/** The value of a `content` parameter: JSON, or plain text where that is its media type. */
function contentText(mediaType: string, value: JsonValue): string {
  return typeof value === 'string' && mediaType.startsWith('text/') ? value : jsonText(value);
}

function propertiesOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, item] as const]));
}

function formPairs(
  name: string,
  value: JsonValue,
  explode: boolean,
  delimiter: string,
  encode: Encode,
): readonly Pair[] {
  const texts = Array.isArray(value) ? value.map((item) => encode(valueText(item))) : undefined;
  if (texts !== undefined) {
    if (explode) return texts.map((text) => ({ name, value: text }));
    return texts.length === 0 ? [] : [{ name, value: texts.join(delimiter) }];
  }
  if (!isObject(value)) return [{ name, value: encode(valueText(value)) }];
  const properties = propertiesOf(value).map(
    ([key, item]) => [encode(key), encode(valueText(item))] as const,
  );
  if (explode) return properties.map(([key, text]) => ({ name: key, value: text }));
  return properties.length === 0 ? [] : [{ name, value: properties.flat().join(delimiter) }];
}

/**
 * `filter[price][min]`, 1. OpenAPI leaves lists open: one of texts repeats its name, one of objects is numbered, or nobody
 * could tell where the next one begins.
 */
export function deepEntries(name: string, value: JsonValue): readonly (readonly [string, JsonValue])[] {
  if (Array.isArray(value)) {
    const isNumbered = value.some((item) => typeof item === 'object' && item !== null);
    return value.flatMap((item, index) => deepEntries(isNumbered ? `${name}[${index}]` : name, item));
  }
  if (!isObject(value)) return [[name, value]];
  return propertiesOf(value).flatMap(([key, item]) => deepEntries(`${name}[${key}]`, item));
}

function simpleText(value: JsonValue, explode: boolean, encode: Encode): string {
  return joined(value, explode, ',', ',', encode);
}

function labelText(value: JsonValue, explode: boolean, encode: Encode): string {
  return `.${joined(value, explode, explode ? '.' : ',', '.', encode)}`;
}

function matrixText(name: string, value: JsonValue, explode: boolean, encode: Encode): string {
  if (!explode || typeof value !== 'object' || value === null)
    return matrixPart(name, joined(value, false, ',', ',', encode));
  if (Array.isArray(value)) return value.map((item) => matrixPart(name, encode(valueText(item)))).join('');
  return propertiesOf(value)
    .map(([key, item]) => matrixPart(encode(key), encode(valueText(item))))
    .join('');
}

/** An empty value has no `=` before it (RFC 6570, section 3.2.7). */
function matrixPart(name: string, text: string): string {
  return text === '' ? `;${name}` : `;${name}=${text}`;
}

function joined(
  value: JsonValue,
  explode: boolean,
  delimiter: string,
  explodedDelimiter: string,
  encode: Encode,
): string {
  if (Array.isArray(value)) return value.map((item) => encode(valueText(item))).join(delimiter);
  if (!isObject(value)) return encode(valueText(value));
  const properties = propertiesOf(value).map(
    ([key, item]) => [encode(key), encode(valueText(item))] as const,
  );
  return explode
    ? properties.map(([key, text]) => `${key}=${text}`).join(explodedDelimiter)
    : properties.flat().join(',');
}
