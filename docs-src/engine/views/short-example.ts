import type { JsonValue } from '../../../openapi/model/api-model.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { flattenSchema } from './flat-schema.ts';

/** A schema that reaches more schemas than this is too wide for a value that has all of it. */
const mostSchemas = 300;
const maximumDepth = 2;
const maximumProperties = 16;

const widths = new WeakMap<SchemaNode, boolean>();

/** Whether a whole value of the schema would fill pages, and take long to make and to check. */
export function isWide(schema: SchemaNode): boolean {
  const known = widths.get(schema);
  if (known !== undefined) return known;
  const seen = new Set<SchemaNode>([schema]);
  for (const node of seen) {
    if (seen.size > mostSchemas) break;
    const { items, additionalProperties } = node;
    const below = [
      ...node.properties.values(),
      ...node.allOf,
      ...node.anyOf,
      ...node.oneOf,
      ...node.prefixItems,
    ];
    for (const next of [...below, items, additionalProperties]) if (next !== undefined) seen.add(next);
  }
  widths.set(schema, seen.size > mostSchemas);
  return seen.size > mostSchemas;
}

const plainValues: Readonly<Record<string, JsonValue>> = {
  string: 'string',
  integer: 1,
  number: 1,
  boolean: true,
  null: null,
};

/** A short value that shows the shape of a wide schema: two levels, required properties first; not checked against it. */
export function shortExample(schema: SchemaNode, skip: 'isReadOnly' | 'isWriteOnly', depth = 0): JsonValue {
  const flat = flattenSchema(schema);
  const written = flat.examples[0] ?? flat.default ?? flat.const ?? flat.enum?.[0];
  if (written !== undefined) return written;
  const [option] = flat.choice?.options ?? [];
  if (option !== undefined && flat.properties.size === 0 && depth <= maximumDepth)
    return shortExample(option.node, skip, depth + 1);
  const type =
    flat.types[0] ?? (flat.properties.size > 0 ? 'object' : flat.items === undefined ? 'string' : 'array');
  if (type === 'array') {
    return flat.items === undefined || depth >= maximumDepth
      ? []
      : [shortExample(flat.items, skip, depth + 1)];
  }
  if (type !== 'object') return plainValues[type] ?? null;
  if (depth >= maximumDepth) return {};
  const shown = [...flat.properties].filter(([, property]) => !flattenSchema(property)[skip]);
  const sorted = [
    ...shown.filter(([name]) => flat.required.has(name)),
    ...shown.filter(([name]) => !flat.required.has(name)),
  ];
  return Object.fromEntries(
    sorted
      .slice(0, maximumProperties)
      .map(([name, property]) => [name, shortExample(property, skip, depth + 1)]),
  );
}
