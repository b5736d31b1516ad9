import { isObject } from '../is-object.ts';
import { jsonText } from '../json-text.ts';

/** JSON with the members of every object in the order of their names: equal values have equal texts. */
export function canonicalText(value: unknown): string {
  return jsonText(inOrder(value));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]));
}
