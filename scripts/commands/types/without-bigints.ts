import { isObject } from '../../../openapi/model/is-object.ts';
import type { BundledDocument } from './generate-types.ts';

/** What comments print as it is written. */
const shown: ReadonlySet<string> = new Set(['default', 'example', 'examples']);

/**
 * The document without whole numbers beyond 2^53, which openapi-typescript cannot print and no literal of `number` can be: in examples
 * they are texts, a bound says nothing to a type, and of values to choose from only their type is left.
 */
export function withoutBigints(document: BundledDocument): BundledDocument {
  return without(document, false) as BundledDocument; // the same but for numbers
}

function without(value: unknown, isShown: boolean): unknown {
  if (typeof value === 'bigint') return isShown ? String(value) : Number(value);
  if (Array.isArray(value)) return value.map((item) => without(item, isShown));
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([name, member]) => isShown || !isChoice(name, member));
  return Object.fromEntries(
    members.map(([name, member]) => [name, without(member, isShown || shown.has(name))]),
  );
}

function isChoice(name: string, member: unknown): boolean {
  return (name === 'const' || name === 'enum') && [member].flat().some((value) => typeof value === 'bigint');
}
