import type { JsonValue, ResponseHeader } from './api-model.ts';
import { isSetCookie, joinFields } from './http-headers.ts';

type HeaderForm = Pick<ResponseHeader, 'name' | 'mediaType' | 'explode'>;

/** A value as a header has it: items, names and values of members with commas between them (OpenAPI, style `simple`). */
export function headerTextOf(value: JsonValue, header: HeaderForm): string {
  if (typeof value === 'string') return value;
  if (header.mediaType !== undefined || typeof value !== 'object' || value === null)
    return JSON.stringify(value);
  const textOf = (item: JsonValue = null) => headerTextOf(item, header);
  if (Array.isArray(value))
    return isSetCookie(header.name)
      ? joinFields(header.name, value.map(textOf))
      : value.map(textOf).join(',');
  return Object.entries(value)
    .map(([name, item]) => `${name}${header.explode ? '=' : ','}${textOf(item)}`)
    .join(',');
}

/** The values that a document itself gives a header: its examples (first the one of a name), and what else its schema names. */
export function headerTexts(header: ResponseHeader, exampleName?: string) {
  const { examples, schema } = header;
  const textOf = (value: JsonValue) => headerTextOf(value, header);
  const own = examples
    .filter(({ externalValue }) => externalValue === undefined)
    .toSorted((one, other) => Number(other.name === exampleName) - Number(one.name === exampleName))
    .map(({ value }) => value);
  const others = [schema.default, schema.const, ...(schema.enum ?? [])].filter((one) => one !== undefined);
  return { examples: [...own, ...schema.examples].map(textOf), others: others.map(textOf) };
}
