import type { JsonValue } from '../../model/api-model.ts';
import { jsonText } from '../../model/json-text.ts';
import { acceptedTypes } from '../../model/schema/accepted-types.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import type { Generation } from './generate-value.ts';
import { nothingFits } from './nothing-fits.ts';
import { countLimitsOf, hasUniqueItems, type SchemaShape } from './schema-shape.ts';
import { seededRandom } from './seeded-random.ts';

/** A longer list shows no more, and may be longer than a memory. */
const mostItems = 10_000;
/** How often another item is tried where items must differ. */
const mostAttempts = 60;

/** One item where the schema lets us choose, so that a reader sees what a list holds; inside a cycle only one that ends there. */
export function generateArray(shape: SchemaShape, generation: Generation): readonly JsonValue[] | undefined {
  const { random, isCompact, path } = generation;
  const { least, most } = countLimitsOf(shape, 'Items');
  const isRecursive = shape.items.some((item) => path.includes(item));
  const closesAfterPrefix = shape.items.some((item) => item.isNothing);
  if (least > mostItems) return undefined;
  const isFlat = shape.items.length > 0 && shape.items.every(isScalar);
  const isEmpty = (isCompact && !isFlat) || isRecursive || closesAfterPrefix;
  const natural = Math.max(shape.prefixItems.length, isEmpty ? 0 : 1);
  const wanted = random === undefined || isCompact ? natural : Math.floor(random() * (natural + 3));
  const count = Math.min(Math.max(wanted, least), most);
  const isUnique = hasUniqueItems(shape);
  const items: JsonValue[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < count; index++) {
    const schemas = shape.prefixItems[index] ?? shape.items;
    if (schemas.some((schema) => schema.isNothing)) break;
    if (index >= least && (generation.budget.left <= 0 || nothingFits(schemas, generation.skip))) break;
    const item = isUnique ? differentItem(schemas, generation, seen) : generation.make(schemas, generation);
    if (item === undefined) break;
    seen.add(jsonText(item));
    items.push(item);
  }
  return items.length < least ? undefined : items;
}

function isScalar(schema: SchemaNode): boolean {
  const types = acceptedTypes(schema);
  return types.size > 0 && !types.has('array') && !types.has('object');
}

function differentItem(
  schemas: SchemaShape['items'],
  generation: Generation,
  seen: ReadonlySet<string>,
): JsonValue | undefined {
  const first = generation.make(schemas, generation);
  if (!seen.has(jsonText(first))) return first;
  const random = generation.random ?? seededRandom(seen.size);
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const item = generation.make(schemas, { ...generation, random });
    if (!seen.has(jsonText(item))) return item;
  }
  return undefined;
}
