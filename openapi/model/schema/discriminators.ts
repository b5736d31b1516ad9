import path from 'node:path';
import { isObject } from '../is-object.ts';
import { targetFile } from '../read/load-files.ts';
import { childOf, entriesOf, itemsOf, type Located, pointerTokens } from '../read/located.ts';
import type { Discriminator, SchemaNode } from './schema-node.ts';

/** What reading a discriminator asks of the graph around it. */
interface DiscriminatorSurroundings {
  nodeAt(place: Located): SchemaNode;
  targetOf(reference: string, from: Located): SchemaNode | undefined;
  readonly named: () => ReadonlyMap<string, SchemaNode>;
}

/** Reads a schema's `discriminator` with all the names that select something (Discriminator Object). */
export function readDiscriminator(
  schema: Located,
  owner: SchemaNode,
  surroundings: DiscriminatorSurroundings,
): Discriminator | undefined {
  const { targetOf, named } = surroundings;
  const written = childOf(schema, 'discriminator');
  if (!isObject(written.value) || typeof written.value.propertyName !== 'string') return undefined;
  const mapping = new Map<string, SchemaNode>();
  // What a mapping leads to is a name in components or a reference.
  const meantBy = (target: Located) =>
    typeof target.value === 'string'
      ? (named().get(target.value) ?? targetOf(target.value, target))
      : undefined;
  for (const [value, target] of entriesOf(childOf(written, 'mapping'))) {
    const node = meantBy(target);
    if (node !== undefined) mapping.set(value, node);
  }
  const mapped = new Set(mapping.values());
  for (const [name, node] of implicitNames(schema, owner, surroundings))
    if (!mapped.has(node) && !mapping.has(name)) mapping.set(name, node);
  const fallback = meantBy(childOf(written, 'defaultMapping'));
  return { propertyName: written.value.propertyName, mapping, fallback };
}

function implicitNames(
  schema: Located,
  owner: SchemaNode,
  { nodeAt, named }: DiscriminatorSurroundings,
): readonly (readonly [string, SchemaNode])[] {
  const branches = ['oneOf', 'anyOf'].flatMap((keyword) => itemsOf(childOf(schema, keyword)));
  if (branches.length > 0) {
    return branches
      .map((branch) => [lastName(branch), nodeAt(branch)] as const)
      .filter((entry): entry is readonly [string, SchemaNode] => entry[0] !== undefined);
  }
  const heirs = new Set<SchemaNode>([owner]);
  const found: [string, SchemaNode][] = [];
  for (let before = 0; before < heirs.size; ) {
    before = heirs.size;
    for (const [name, node] of named()) {
      if (heirs.has(node) || !node.allOf.some((base) => heirs.has(base))) continue;
      heirs.add(node);
      found.push([nameOfHeir(name, node), node]);
    }
  }
  return found;
}

/** `x-ms-discriminator-value` is what Azure's documents have where others have a mapping. */
function nameOfHeir(name: string, { extensions }: SchemaNode): string {
  const given = extensions['x-ms-discriminator-value'];
  return typeof given === 'string' ? given : name;
}

/** The name a branch goes by without a mapping: the last part of its `$ref`. */
function lastName(branch: Located): string | undefined {
  const reference = isObject(branch.value) ? branch.value.$ref : undefined;
  if (typeof reference !== 'string') return undefined;
  return (
    pointerTokens(reference.split('#')[1] ?? '').at(-1) ?? path.parse(targetFile(reference, '') ?? '').name
  );
}
