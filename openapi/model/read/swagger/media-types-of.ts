import { childOf, itemsOf, type Located } from '../located.ts';
import type { SwaggerWriter } from './swagger-writer.ts';

/** What is sent where nobody says it. */
export const defaultMediaType = 'application/json';

/** An operation's own media types, else the document's; an empty list takes the document's away. Undefined where none is left. */
export function mediaTypesOf(
  operation: Located,
  field: 'consumes' | 'produces',
  { root }: SwaggerWriter,
): readonly string[] | undefined {
  const own = childOf(operation, field);
  const types = itemsOf(Array.isArray(own.value) ? own : childOf(root, field)).map(({ value }) => value);
  const texts = types.filter((type) => typeof type === 'string' && type !== '') as readonly string[];
  return texts.length > 0 ? texts : undefined;
}
