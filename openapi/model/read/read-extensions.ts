import type { Extensions } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { type Located, textOf } from './located.ts';

const none: Extensions = Object.freeze({});

/** The `x-…` members of an object, as written. */
export function readExtensions(place: Located): Extensions {
  if (!isObject(place.value)) return none;
  const entries = Object.entries(place.value).filter(([name]) => name.startsWith('x-'));
  return entries.length === 0 ? none : (Object.fromEntries(entries) as Extensions); // only x- names are left
}

/** `x-kit-assumption`: what nobody documented and the document's author decided. */
export function readAssumption(place: Located): string | undefined {
  return textOf(place, 'x-kit-assumption');
}
