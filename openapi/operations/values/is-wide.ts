import type { SchemaNode } from '../../model/schema/schema-node.ts';

/** A schema that reaches more schemas than this is too wide for a value that has all of it. */
const mostSchemas = 300;

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
