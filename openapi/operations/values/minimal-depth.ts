import type { SchemaNode } from '../../model/schema/schema-node.ts';

const known = new WeakMap<SchemaNode, number>();

/**
 * How many levels of objects and lists the flattest value of a schema needs; infinite where every value contains itself.
 * Values of cyclic schemas end because the flattest branch is taken from some depth on.
 */
export function minimalDepth(schema: SchemaNode, visiting: ReadonlySet<SchemaNode> = new Set()): number {
  const kept = known.get(schema);
  if (kept !== undefined) return kept;
  if (visiting.has(schema)) return Number.POSITIVE_INFINITY;
  const inside = new Set([...visiting, schema]);
  const depthOf = (node: SchemaNode) => minimalDepth(node, inside);
  const flattest = (nodes: readonly SchemaNode[]) =>
    nodes.length === 0 ? 0 : Math.min(...nodes.map(depthOf));
  const depth = Math.max(
    ownDepth(schema, depthOf),
    flattest(schema.oneOf),
    flattest(schema.anyOf),
    ...schema.allOf.map(depthOf),
  );
  // An infinite depth may only come from where we are; a finite one is reached from everywhere.
  if (Number.isFinite(depth)) known.set(schema, depth);
  return depth;
}

function ownDepth(schema: SchemaNode, depthOf: (node: SchemaNode) => number): number {
  const { types } = schema;
  if (schema.const !== undefined || schema.enum !== undefined) return 0;
  if (types.some((type) => type !== 'object' && type !== 'array')) return 0;
  const required = [...schema.required].flatMap((name) => schema.properties.get(name) ?? []);
  const least = Number(schema.constraints.minItems ?? 0);
  const items = least > 0 ? [...schema.prefixItems.slice(0, least), schema.items ?? []].flat() : [];
  const inner = types[0] === 'array' ? items : types[0] === 'object' ? required : [...required, ...items];
  return inner.length === 0 ? 0 : 1 + Math.max(...inner.map(depthOf));
}
