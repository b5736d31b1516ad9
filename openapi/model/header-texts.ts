import type { JsonValue, ResponseHeader } from './api-model.ts';
import { jsonText } from './json-text.ts';

/** A value as a header has it: the items of a list with commas between them (OpenAPI, style `simple`). */
export function headerTextOf(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(headerTextOf).join(',');
  return typeof value === 'string' ? value : jsonText(value);
}

/** The values that a document itself gives a header: its examples (first the one of a name), and what else its schema names. */
export function headerTexts({ examples, schema }: ResponseHeader, exampleName?: string) {
  const own = examples
    .filter(({ externalValue }) => externalValue === undefined)
    .toSorted((one, other) => Number(other.name === exampleName) - Number(one.name === exampleName))
    .map(({ value }) => value);
  const others = [schema.default, schema.const, ...(schema.enum ?? [])].filter((one) => one !== undefined);
  return { examples: [...own, ...schema.examples].map(headerTextOf), others: others.map(headerTextOf) };
}
