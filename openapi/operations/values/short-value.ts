import type { JsonValue } from '../../model/api-model.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { shapeOf } from './schema-shape.ts';

const maximumDepth = 2;
const maximumProperties = 16;

const plainValues: Readonly<Record<string, JsonValue>> = {
  string: 'string',
  integer: 1,
  number: 1,
  boolean: true,
  null: null,
};

/**
 * A short value that shows the shape of a wide schema: two levels, required properties first, of a choice the first; not checked
 * against it.
 */
export function shortValue(
  schemas: readonly SchemaNode[],
  skip: 'readOnly' | 'writeOnly',
  depth = 0,
): JsonValue {
  const { suggestions, choices, types, properties, required, items } = shapeOf(schemas, ([first]) => first);
  const written = suggestions[0] ?? choices?.[0];
  if (written !== undefined) return written;
  const implied = properties.size > 0 ? 'object' : items.length > 0 ? 'array' : 'string';
  const type = types?.find((one) => one !== 'null') ?? implied;
  const isDeepest = depth >= maximumDepth;
  if (type === 'array') return isDeepest || items.length === 0 ? [] : [shortValue(items, skip, depth + 1)];
  if (type !== 'object') return plainValues[type] ?? null;
  if (isDeepest) return {};
  const isSkipped = (node: SchemaNode) => (skip === 'readOnly' ? node.isReadOnly : node.isWriteOnly);
  const shown = [...properties].filter(([, nodes]) => !nodes.some(isSkipped));
  const sorted = [
    ...shown.filter(([name]) => required.has(name)),
    ...shown.filter(([name]) => !required.has(name)),
  ];
  return Object.fromEntries(
    sorted.slice(0, maximumProperties).map(([name, nodes]) => [name, shortValue(nodes, skip, depth + 1)]),
  );
}
