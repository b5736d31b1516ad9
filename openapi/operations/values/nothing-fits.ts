import type { JsonValue } from '../../model/api-model.ts';
import { typeOfValue } from '../../model/schema/accepted-types.ts';
import { readPattern } from '../../model/schema/read-pattern.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { type SchemaShape, shapeOf } from './schema-shape.ts';

/** What a schema may cost: so many are put together at most. */
const mostShapes = 200;

/** Properties that need not be there, required or not: `readOnly` in a request, `writeOnly` in a reply. */
type Skip = 'readOnly' | 'writeOnly' | undefined;

interface Search {
  readonly skip: Skip;
  left: number;
}

const known = new Map<Skip, WeakMap<SchemaNode, boolean>>();

/**
 * Whether it is certain that no value fits all of these schemas: types or lists of values have nothing in common, or an object needs a
 * property that it must not have, or that nothing fits. False where that can't be told.
 */
export function nothingFits(schemas: readonly SchemaNode[], skip: Skip): boolean {
  return isVain(schemas, { skip, left: mostShapes });
}

function isVain(schemas: readonly SchemaNode[], search: Search): boolean {
  const [only, ...others] = schemas;
  if (only === undefined) return false;
  if (others.length > 0) return isEmpty(schemas, search, []);
  const answers = known.get(search.skip) ?? new WeakMap<SchemaNode, boolean>();
  known.set(search.skip, answers);
  const before = answers.get(only);
  if (before !== undefined) return before;
  answers.set(only, false); // What needs itself never ends: another matter.
  const found = isEmpty(schemas, search, []);
  answers.set(only, found);
  return found;
}

/** `taken`: the lists of branches of which one is among the schemas. */
function isEmpty(
  schemas: readonly SchemaNode[],
  search: Search,
  taken: readonly (readonly SchemaNode[])[],
): boolean {
  if (search.left-- <= 0) return false;
  const shape = shapeOf(schemas, () => undefined);
  if (shape.isNothing || shape.types?.length === 0) return true;
  if (shape.choices !== undefined && !shape.choices.some((value) => isOfType(value, shape))) return true;
  if (shape.types?.every((type) => type === 'object') && needsWhatNothingFits(shape, search)) return true;
  const lists = shape.nodes.flatMap(({ oneOf, anyOf }) => [oneOf, anyOf]);
  const open = lists.find((list) => list.length > 0 && !taken.includes(list));
  if (open === undefined) return false;
  return open.every((branch) => isEmpty([...schemas, branch], search, [...taken, open]));
}

function isOfType(value: JsonValue, { types }: SchemaShape): boolean {
  const type = typeOfValue(value);
  return types === undefined || types.includes(type) || (type === 'number' && types.includes('integer'));
}

function needsWhatNothingFits({ nodes, required, properties }: SchemaShape, search: Search): boolean {
  const { skip } = search;
  return [...required].some((name) => {
    const named = properties.get(name) ?? [];
    const isSkipped = (node: SchemaNode) => (skip === 'readOnly' ? node.isReadOnly : node.isWriteOnly);
    if (skip !== undefined && named.some(isSkipped)) return false;
    return nodes.some((node) => isClosedTo(name, node)) || isVain(named, search);
  });
}

function isClosedTo(name: string, { properties, patternProperties, additionalProperties }: SchemaNode) {
  if (additionalProperties?.isNothing !== true || properties.has(name)) return false;
  return [...patternProperties.keys()].every((pattern) => readPattern(pattern)?.test(name) === false);
}
