import type { JsonValue } from '../../model/api-model.ts';
import { escapePointerToken } from '../../model/read/located.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { allParts, type ValuePlace, valuePlaces } from '../judge/walk-value.ts';

/** A property of a documented body. Its object's identity is that of the entry. */
export interface DocumentedProperty {
  readonly body: string;
  readonly pattern: string;
}

/** Where everything leads to everything (Stripe's document), each operation would have thousands. */
const enoughProperties = 200;

/**
 * The properties that schemas name, each once: where it is met first, however often and however deep a schema comes again.
 * Where there are 200, those that lie deeper are left out.
 */
export interface PropertyIndex {
  readonly all: readonly DocumentedProperty[];
  /** Adds what a schema names. Properties that can't be in such a body are left out. */
  add(body: string, schema: SchemaNode): void;
  /** What a body holds of them, and patterns of what nobody documented. */
  seenIn(schema: SchemaNode, value: JsonValue): SeenProperties;
}

interface SeenProperties {
  readonly documented: ReadonlySet<DocumentedProperty>;
  readonly undocumented: ReadonlySet<string>;
}

interface OpenPlace {
  readonly pattern: string;
  readonly schemas: readonly SchemaNode[];
}

export function createPropertyIndex(leftOut: 'isReadOnly' | 'isWriteOnly'): PropertyIndex {
  const all: DocumentedProperty[] = [];
  /** By the schema that names them. A schema that is here already is not walked again: that ends every cycle. */
  const named = new Map<SchemaNode, Map<string, DocumentedProperty>>();
  /** What was found by an object's schemas, which are one list for all items of a list: a walk meets them again and again. */
  const found = new WeakMap<readonly SchemaNode[], Map<string, readonly DocumentedProperty[]>>();

  /** Notes what the new ones of a place's schemas name, and hands out the places below. */
  function addPlace(body: string, { pattern, schemas }: OpenPlace): readonly OpenPlace[] {
    const fresh = schemas.filter((schema) => !named.has(schema));
    for (const schema of fresh) named.set(schema, new Map());
    const names = new Set(fresh.flatMap(({ properties }) => [...properties.keys()]));
    const below = [...names].flatMap((name) => {
      const owners = fresh.filter(({ properties }) => properties.has(name));
      const values = owners.flatMap(({ properties }) => properties.get(name) ?? []);
      if (values.some((value) => value[leftOut])) return [];
      const property = { body, pattern: `${pattern}/${escapePointerToken(name)}` };
      all.push(property);
      for (const owner of owners) named.get(owner)?.set(name, property);
      return [{ pattern: property.pattern, schemas: allParts(values) }];
    });
    const unnamed = allParts(fresh.flatMap(schemasOfMany));
    return unnamed.length === 0 ? below : [...below, { pattern: `${pattern}/*`, schemas: unnamed }];
  }

  function propertiesAt({ property }: ValuePlace): readonly DocumentedProperty[] {
    if (property === undefined) return [];
    const { name, owners } = property;
    const known = found.get(owners) ?? new Map<string, readonly DocumentedProperty[]>();
    found.set(owners, known);
    const there = known.get(name) ?? owners.flatMap((owner) => named.get(owner)?.get(name) ?? []);
    if (there.length > 0) known.set(name, there);
    return there;
  }

  return {
    all,
    add(body, schema) {
      // Breadth first, so that a property stands where it is least deep.
      const open: OpenPlace[] = [{ pattern: '', schemas: allParts([schema]) }];
      for (const place of open) if (all.length < enoughProperties) open.push(...addPlace(body, place));
    },
    seenIn(schema, value) {
      const documented = new Set<DocumentedProperty>();
      const undocumented = new Set<string>();
      for (const place of valuePlaces(schema, value)) {
        if (place.isUndocumented) undocumented.add(place.pattern);
        for (const property of propertiesAt(place)) documented.add(property);
      }
      return { documented, undocumented };
    },
  };
}

/** Schemas of items, and of properties that have no name of their own. */
function schemasOfMany({
  items,
  prefixItems,
  patternProperties,
  additionalProperties,
}: SchemaNode): readonly SchemaNode[] {
  return [items, ...prefixItems, ...patternProperties.values(), additionalProperties].filter(
    (schema) => schema !== undefined,
  );
}
