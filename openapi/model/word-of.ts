/** A value of a document as one word: a text as it is, anything else as JSON. Total, which `String` is not: `{ toString: 1 }` has no string. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
