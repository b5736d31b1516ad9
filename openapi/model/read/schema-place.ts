import { isObject } from '../is-object.ts';
import { childOf, type Located } from './located.ts';

/** The place of `schema`; where there is none, the schema that everything fits. */
export function schemaPlace(owner: Located): Located {
  const place = childOf(owner, 'schema');
  return isObject(place.value) || typeof place.value === 'boolean' ? place : { ...place, value: {} };
}
