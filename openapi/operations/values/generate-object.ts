import type { JsonObject, JsonValue } from '../../model/api-model.ts';
import { readPattern } from '../../model/schema/read-pattern.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { generateFromPattern } from './generate-from-pattern.ts';
import type { Generation } from './generate-value.ts';
import { nothingFits } from './nothing-fits.ts';
import { countLimitsOf, dependentNames, type SchemaShape } from './schema-shape.ts';

/** All properties where the schema lets us choose, so that a reader sees them; only the required ones inside a cycle, or as asked. */
export function generateObject(shape: SchemaShape, generation: Generation): JsonObject | undefined {
  const { least, most } = countLimitsOf(shape, 'Properties');
  const properties = new Map<string, JsonValue>();
  for (const name of chosenNames(shape, generation, most)) {
    const schemas = schemasOf(name, shape);
    const isRequired = shape.required.has(name);
    if (isRequired && schemas.some((schema) => schema.isNothing)) return undefined;
    if (!isRequired && nothingFits(schemas, generation.skip)) continue;
    properties.set(name, generation.make(schemas, generation));
  }
  for (const name of extraNames(shape, generation)) {
    const wanted = Math.max(least, properties.size === 0 && !generation.isCompact ? Math.min(1, most) : 0);
    if (properties.size >= wanted) break;
    const schemas = schemasOf(name, shape);
    if (properties.has(name) || nothingFits(schemas, generation.skip)) continue;
    properties.set(name, generation.make(schemas, generation));
  }
  return properties.size < least ? undefined : Object.fromEntries(properties);
}

function chosenNames(shape: SchemaShape, generation: Generation, most: number): readonly string[] {
  const { skip, random, isCompact, path } = generation;
  const isSkipped = (name: string) =>
    (shape.properties.get(name) ?? []).some((node) =>
      skip === 'readOnly' ? node.isReadOnly : node.isWriteOnly,
    );
  const names = new Set([...shape.required].filter((name) => skip === undefined || !isSkipped(name)));
  const { least } = countLimitsOf(shape, 'Properties');
  const isRequiredAlone = isCompact || (generation.properties === 'required' && names.size > 0);
  for (const [name, nodes] of shape.properties) {
    if (names.has(name) || names.size >= most || (skip !== undefined && isSkipped(name))) continue;
    const isWanted =
      !isRequiredAlone &&
      !nodes.some((node) => path.includes(node)) &&
      !nodes.some((node) => node.isDeprecated);
    const isChosen = isWanted && (random === undefined || random() < 0.7);
    if (isChosen || names.size < least) names.add(name);
  }
  for (const name of names) for (const dependent of dependentNames(shape, name)) names.add(dependent);
  // In the document's order, which is the order a reader expects.
  return [...shape.properties.keys(), ...names].filter(
    (name, index, all) => names.has(name) && all.indexOf(name) === index,
  );
}

/** A part of `allOf` that does not know the name has its word on it all the same: `additionalProperties` sees its own part alone. */
function schemasOf(name: string, { nodes }: SchemaShape): readonly SchemaNode[] {
  return nodes.flatMap(({ properties, patternProperties, additionalProperties }) => {
    const named = properties.get(name) ?? [];
    const byPattern = [...patternProperties]
      .filter(([pattern]) => readPattern(pattern)?.test(name))
      .map(([, node]) => node);
    const known = [named, byPattern].flat();
    return known.length > 0 ? known : (additionalProperties ?? []);
  });
}

/** Names for what an object holds beyond its properties: by its patterns, else `key1`, `key2`, … */
function* extraNames(shape: SchemaShape, { random }: Generation): Generator<string> {
  for (let count = 1; count <= 30; count++) {
    for (const [pattern] of shape.patternProperties) {
      const made = generateFromPattern(pattern, { extraRepeats: count, random }) ?? '';
      for (const name of [made, `${made}${count}`]) if (readPattern(pattern)?.test(name)) yield name;
    }
    if (shape.additional.length > 0 || shape.properties.size === 0) yield `key${count}`;
  }
}
