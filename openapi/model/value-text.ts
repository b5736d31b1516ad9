import { jsonText } from './json-text.ts';

/** A value as a text: a text as it is, a list or an object as JSON. Total, which `String` is not: `{ toString: 1 }` has no string. */
export function valueText(value: unknown): string {
  return typeof value === 'object' && value !== null ? jsonText(value) : String(value);
}
