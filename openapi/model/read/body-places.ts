import type { ResponseModel } from '../api-model.ts';
import { meantOr } from '../nearest-name.ts';
import type { SchemaNode } from '../schema/schema-node.ts';
import { pointerTokens } from './located.ts';

/** Schemas that may all speak of one place in a body; empty: the document says nothing of it, so anything may stand there. */
export type BodyPlace = readonly SchemaNode[];

/** The JSON bodies of an operation's 2xx; undefined where it has none. */
export function successBody(responses: readonly ResponseModel[]): BodyPlace | undefined {
  const contents = responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap((response) => response.contents)
    .filter(({ mediaType }) => /\bjson$/.test(mediaType.split(';', 1)[0]?.trim() ?? ''));
  if (contents.length === 0) return undefined;
  return contents.flatMap(({ schema }) => schema ?? []);
}

/** What a JSON pointer leads to from a place, or why it leads nowhere. */
export function followPointer(place: BodyPlace, pointer: string): BodyPlace | { readonly fault: string } {
  if (pointer !== '' && !pointer.startsWith('/'))
    return { fault: `"${pointer}" is no JSON pointer: it begins with a slash, or is empty` };
  let here = place;
  for (const token of pointerTokens(pointer)) {
    const parts = allPartsOf(here);
    const properties = parts.flatMap((part) => [...part.properties]);
    const named = properties.flatMap(([name, schema]) => (name === token ? [schema] : []));
    const isOpen = properties.length === 0 || parts.some((part) => part.patternProperties.size > 0);
    if (named.length === 0 && !isOpen) {
      const names = [...new Set(properties.map(([name]) => name))];
      const meant = meantOr(`it has ${names.join(', ')}`, token, names);
      return { fault: `"${pointer}" leads nowhere: there is no "${token}", ${meant}` };
    }
    here = named;
  }
  return here;
}

/** The items of the list that stands at a place. */
export function itemsAt(place: BodyPlace): BodyPlace {
  return allPartsOf(place).flatMap(({ items }) => items ?? []);
}

/** Whether something else than a list must stand there. */
export function isNoList(place: BodyPlace): boolean {
  const types = allPartsOf(place).flatMap((part) => part.types);
  return types.length > 0 && !types.includes('array');
}

/** With what `allOf` joins, and every branch that may apply. */
function allPartsOf(place: BodyPlace): readonly SchemaNode[] {
  const parts = new Set(place);
  for (const part of parts) for (const more of [...part.allOf, ...part.anyOf, ...part.oneOf]) parts.add(more);
  return [...parts];
}
