import type { JsonValue } from '../../model/api-model.ts';
import { typeOfValue } from '../../model/schema/accepted-types.ts';
import { readPattern } from '../../model/schema/read-pattern.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { type SchemaShape, shapeOf } from './schema-shape.ts';

/** What a schema may cost: so many are put together at most. */
const mostShapes = 200;

const known = new WeakMap<SchemaNode, boolean>();

/**
 * Whether it is certain that no value fits all of these schemas: types or lists of values have nothing in common, or an object needs a
 * property that it must not have, or that nothing fits. False where that can't be told.
 */
export function nothingFits(
  schemas: readonly SchemaNode[],
  budget: { left: number } = { left: mostShapes },
): boolean {
  const [only, ...others] = schemas;
  if (only === undefined) return false;
  if (others.length > 0) return isEmpty(schemas, budget, []);
  const before = known.get(only);
  if (before !== undefined) return before;
  known.set(only, false); // What needs itself never ends: another matter.
  const found = isEmpty(schemas, budget, []);
  known.set(only, found);
  return found;
}

/** `taken`: the lists of branches of which one is among the schemas. */
function isEmpty(
  schemas: readonly SchemaNode[],
  budget: { left: number },
  taken: readonly (readonly SchemaNode[])[],
): boolean {
  if (budget.left-- <= 0) return false;
  const shape = shapeOf(schemas, () => undefined);
  if (shape.isNothing || shape.types?.length === 0) return true;
  if (shape.choices !== undefined && !shape.choices.some((value) => isOfType(value, shape))) return true;
  if (shape.types?.every((type) => type === 'object') && needsWhatNothingFits(shape, budget)) return true;
  const lists = shape.nodes.flatMap(({ oneOf, anyOf }) => [oneOf, anyOf]);
  const open = lists.find((list) => list.length > 0 && !taken.includes(list));
  if (open === undefined) return false;
  return open.every((branch) => isEmpty([...schemas, branch], budget, [...taken, open]));
}

function isOfType(value: JsonValue, { types }: SchemaShape): boolean {
  const type = typeOfValue(value);
  return types === undefined || types.includes(type) || (type === 'number' && types.includes('integer'));
}

function needsWhatNothingFits(
  { nodes, required, properties }: SchemaShape,
  budget: { left: number },
): boolean {
  return [...required].some((name) => {
    const named = properties.get(name) ?? [];
    // Which of these an object must have depends on who sends it.
    if (named.some(({ isReadOnly, isWriteOnly }) => isReadOnly || isWriteOnly)) return false;
    return nodes.some((node) => isClosedTo(name, node)) || nothingFits(named, budget);
  });
}

function isClosedTo(name: string, { properties, patternProperties, additionalProperties }: SchemaNode) {
  if (additionalProperties?.isNothing !== true || properties.has(name)) return false;
  return [...patternProperties.keys()].every((pattern) => readPattern(pattern)?.test(name) === false);
}
