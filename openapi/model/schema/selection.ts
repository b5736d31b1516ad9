import type { JsonObject, JsonValue } from '../api-model.ts';
import type { Discriminator, SchemaNode, Selection } from './schema-node.ts';

/**
 * Names by the mapping, as far as the schemas allow them: where a branch lists its own names (`enum`, `const`) and the
 * mapping has none of these, the branch is right. undefined where nothing is left that names anything.
 */
export function selectionOf(schema: SchemaNode, makeSchema: MakeSchema): Selection | undefined {
  return ownSelection(schema, makeSchema) ?? inheritedSelection(schema);
}

/** Makes a schema that the document does not have; `key` tells those of one owner apart. */
type MakeSchema = (key: string, value: JsonObject) => SchemaNode;

function ownSelection(schema: SchemaNode, makeSchema: MakeSchema): Selection | undefined {
  const { discriminator, oneOf, anyOf } = schema;
  if (discriminator === undefined) return undefined;
  const { propertyName, fallback } = discriminator;
  const branches = [...oneOf, ...anyOf].filter((branch) => !isNull(branch));
  const isOfBranches = branches.length > 0;
  const isExtended = !isOfBranches || branches.some((branch) => partsOf(branch).has(schema));
  const options = new Map<SchemaNode, SchemaNode>();
  const all = new Set<JsonValue>();
  const add = (option: SchemaNode, named: JsonObject) =>
    options.set(option, makeSchema(`mapping/${options.size}`, named));
  for (const option of isOfBranches ? branches : new Set(discriminator.mapping.values())) {
    const names = option === fallback ? [] : namesOf(option, schema, isOfBranches);
    if (names.length === 0) continue;
    for (const name of names) all.add(name);
    add(option, { required: [propertyName], properties: { [propertyName]: { enum: names } } });
  }
  if (options.size === 0) return undefined;
  if (fallback !== undefined && fallback !== schema && (!isOfBranches || branches.includes(fallback)))
    add(fallback, { properties: { [propertyName]: { not: { enum: [...all] } } } });
  const names = [...new Set([...all, ...(isExtended ? namesOfParent(schema, discriminator) : [])])];
  return { propertyName, options, names, fallback, isOfBranches, isExtended };
}

/** What a schema has of a parent's: itself, and those that extend it further. */
function inheritedSelection(schema: SchemaNode): Selection | undefined {
  if (schema.allOf.length === 0) return undefined;
  for (const parent of partsOf(schema)) {
    if (parent === schema || parent.discriminator === undefined) continue;
    const selection = parent.selection;
    if (selection?.isExtended !== true || !selection.options.has(schema)) continue;
    const options = new Map([...selection.options].filter(([option]) => partsOf(option).has(schema)));
    const itself = ([option]: readonly [SchemaNode, SchemaNode]) => Number(option !== schema);
    const own = [...options].toSorted((first, second) => itself(first) - itself(second));
    const names = own.flatMap(([, naming]) => listedValues([naming], selection.propertyName) ?? []);
    const fallback = own.find(([option]) => option === selection.fallback)?.[0];
    return { ...selection, options: new Map(own), names, fallback, isOfBranches: false };
  }
  return undefined;
}

/** What a parent lists, else its own name where those that extend it go by theirs: it may be meant itself. */
function namesOfParent(parent: SchemaNode, { propertyName, mapping }: Discriminator): readonly JsonValue[] {
  const listed = listedValues([parent], propertyName);
  if (listed !== undefined || parent.name === undefined) return listed ?? [];
  return [...mapping].some(([name, node]) => name === node.name) ? [parent.name] : [];
}

function namesOf(option: SchemaNode, owner: SchemaNode, isOfBranches: boolean): readonly JsonValue[] {
  const { propertyName = '', mapping } = owner.discriminator ?? {};
  const meant = isOfBranches ? branchesWithin(option) : new Set([option]);
  const parts = [...partsOf(option)].filter((part) => part !== owner);
  const types = [...parts, owner].flatMap((part) => part.properties.get(propertyName)?.types ?? []);
  const mapped = [...(mapping ?? [])]
    .filter(([, node]) => meant.has(node))
    .map(([name]) => (types.length === 0 || types.includes('string') ? name : plainValue(name)))
    .filter((name) => typeof name !== 'string' || types.length === 0 || types.includes('string'));
  const listed = listedValues(parts, propertyName);
  const allowed = listed ?? listedValues([owner], propertyName);
  if (allowed === undefined) return mapped;
  const both = mapped.filter((name) => allowed.includes(name));
  return both.length > 0 ? both : (listed ?? []);
}

/** The values that a property is limited to. */
function listedValues(schemas: Iterable<SchemaNode>, propertyName: string): readonly JsonValue[] | undefined {
  for (const schema of schemas)
    for (const part of partsOf(schema.properties.get(propertyName))) {
      if (part.const !== undefined) return [part.const];
      if (part.enum !== undefined) return part.enum;
    }
  return undefined;
}

/** A schema with all that its `allOf` joins. */
function partsOf(schema: SchemaNode | undefined): ReadonlySet<SchemaNode> {
  const parts = new Set(schema === undefined ? [] : [schema]);
  for (const part of parts) for (const more of part.allOf) parts.add(more);
  return parts;
}

/** A branch, the branches below it, and what these are named as. */
function branchesWithin(branch: SchemaNode): ReadonlySet<SchemaNode> {
  const within = new Set([branch]);
  for (const one of within)
    for (const more of [...one.oneOf, ...one.anyOf, ...(one.discriminator?.mapping.values() ?? [])])
      within.add(more);
  return within;
}

function isNull({ types }: SchemaNode): boolean {
  return types.length === 1 && types[0] === 'null';
}

/** A mapping's keys are texts, the property may hold numbers. */
function plainValue(name: string): JsonValue {
  return /^(true|false|-?\d+(\.\d+)?)$/.test(name) ? (JSON.parse(name) as JsonValue) : name;
}
