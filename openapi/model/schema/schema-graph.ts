import { isObject } from '../is-object.ts';
import type { Bundle } from '../read/bundle-document.ts';
import type { DocumentFiles } from '../read/load-files.ts';
import { childOf, entriesOf, type Located, locationKey } from '../read/located.ts';
import type { ReferenceResolver } from '../read/reference-resolver.ts';
import { readDiscriminator } from './discriminators.ts';
import { DocumentSchema, type SchemaSurroundings } from './document-schema.ts';
import type { SchemaNode } from './schema-node.ts';
import { createSelfContainedSchemas } from './self-contained-schema.ts';

export interface SchemaGraph extends SchemaSurroundings {
  /** `components.schemas` by name, in document order, then those of other files. */
  readonly named: ReadonlyMap<string, SchemaNode>;
}

/** Longer chains of `$ref`s with siblings are loops. */
const longestChain = 50;

/** The schemas of a document as a graph: one node for one place, made when somebody arrives there. */
export function createSchemaGraph(
  files: DocumentFiles,
  resolver: ReferenceResolver,
  isVersion30: boolean,
  movedSchemas: Bundle['movedSchemas'],
): SchemaGraph {
  const nodes = new Map<string, SchemaNode>();
  const places = new WeakMap<SchemaNode, Located>();
  const components = childOf(childOf(rootOf(files), 'components'), 'schemas');
  const names = nameSchemas(components, resolver);
  for (const [name, place] of movedSchemas) names.set(locationKey(place), name);
  const selfContained = createSelfContainedSchemas({ resolver, names, isVersion30, nodeAt, placeOf });
  let depth = 0;

  function nodeAt(place: Located): SchemaNode {
    const reference = isObject(place.value) ? place.value.$ref : undefined;
    if (typeof reference !== 'string') return keepNode(place, undefined);
    const target = targetOf(reference, place);
    if (target === undefined) return keepNode({ ...place, value: withoutReference(place) }, undefined);
    // OpenAPI 3.0 ignores what stands beside a $ref; 3.1 has it apply as well (Schema Object).
    const hasSiblings = !isVersion30 && Object.keys(place.value as object).length > 1;
    return hasSiblings ? keepNode(place, target) : target;
  }

  function targetOf(reference: string, from: Located): SchemaNode | undefined {
    if (depth > longestChain) return undefined;
    depth++;
    try {
      const found = resolver.resolveOnce(reference, from);
      if (!('target' in found)) return undefined;
      return nodeAt(found.target);
    } finally {
      depth--;
    }
  }

  function keepNode(place: Located, target: SchemaNode | undefined): SchemaNode {
    const key = locationKey(place);
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node = new DocumentSchema(place, names.get(key), target, surroundings);
    nodes.set(key, node);
    places.set(node, place);
    return node;
  }

  function placeOf(node: SchemaNode): Located {
    return places.get(node) ?? { ...node.source, value: undefined };
  }

  const surroundings: SchemaSurroundings = {
    nodeAt,
    discriminatorOf: (schema, owner) =>
      readDiscriminator(schema, owner, { nodeAt, targetOf, named: () => named }),
    jsonSchemaOf: selfContained.build,
    sourceOf: files.placeOf,
  };
  const named = new Map(
    [...entriesOf(components), ...movedSchemas].map(([name, place]) => [name, nodeAt(place)] as const),
  );
  return { ...surroundings, named };
}

function rootOf(files: DocumentFiles): Located {
  return { value: files.values.get(files.root), file: files.root, pointer: '' };
}

function withoutReference(place: Located) {
  const { $ref: _, ...rest } = isObject(place.value) ? place.value : {};
  return rest;
}

/** Names by place: what stands in components, or in a file of its own that components point to. */
function nameSchemas(components: Located, resolver: ReferenceResolver): Map<string, string> {
  const names = new Map<string, string>();
  const entries = entriesOf(components);
  for (const [name, place] of entries) names.set(locationKey(place), name);
  for (const [name, place] of entries) {
    const reference = isObject(place.value) ? place.value.$ref : undefined;
    if (typeof reference !== 'string') continue;
    const found = resolver.resolve(reference, place);
    if ('target' in found && !names.has(locationKey(found.target)))
      names.set(locationKey(found.target), name);
  }
  return names;
}
