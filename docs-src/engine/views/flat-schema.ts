import type { ExternalDocs, JsonObject, JsonValue } from '../../../openapi/model/api-model.ts';
import type { Discriminator, JsonType, SchemaNode } from '../../../openapi/model/schema/schema-node.ts';

/** A schema with its `allOf` folded in: what a reader wants to see as one thing. */
export interface FlatSchema {
  readonly node: SchemaNode;
  readonly name: string | undefined;
  /** Without `null`. */
  readonly types: readonly JsonType[];
  readonly isNullable: boolean;
  /** Nothing but `null` fits. */
  readonly isNull: boolean;
  readonly format: string | undefined;
  readonly description: string | undefined;
  readonly externalDocs: ExternalDocs | undefined;
  readonly default: JsonValue | undefined;
  readonly const: JsonValue | undefined;
  readonly enum: readonly JsonValue[] | undefined;
  /** The schema that names the allowed values, and may say something of them. */
  readonly enumOwner: SchemaNode | undefined;
  readonly examples: readonly JsonValue[];
  readonly isDeprecated: boolean;
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  readonly assumption: string | undefined;
  readonly constraints: JsonObject;
  readonly properties: ReadonlyMap<string, SchemaNode>;
  readonly required: ReadonlySet<string>;
  readonly patternProperties: ReadonlyMap<string, SchemaNode>;
  readonly additionalProperties: SchemaNode | undefined;
  readonly items: SchemaNode | undefined;
  readonly prefixItems: readonly SchemaNode[];
  readonly choice: SchemaChoice | undefined;
  readonly not: SchemaNode | undefined;
  readonly conditions: readonly SchemaCondition[];
  readonly contains: SchemaNode | undefined;
  readonly propertyNames: SchemaNode | undefined;
  readonly unevaluatedProperties: SchemaNode | undefined;
  readonly unevaluatedItems: SchemaNode | undefined;
}

/** What holds too where a condition is met: that a schema fits, that it doesn't, that a property is there. */
export type SchemaCondition = { readonly node: SchemaNode } & (
  | { readonly kind: 'if'; readonly test: SchemaNode }
  /** Without a test: where that of the condition before it is not met. */
  | { readonly kind: 'else'; readonly test: SchemaNode | undefined }
  | { readonly kind: 'with'; readonly property: string }
);

interface SchemaChoice {
  readonly kind: 'oneOf' | 'anyOf';
  readonly options: readonly { readonly label: string | undefined; readonly node: SchemaNode }[];
  readonly discriminator: string | undefined;
}

function isNull(node: SchemaNode): boolean {
  return (node.types.length === 1 && node.types[0] === 'null') || node.const === null;
}

/** `anyOf: [X, null]` and `oneOf: [X]` say no more than X. */
function onlyMeant(node: SchemaNode): SchemaNode | undefined {
  for (const options of [node.oneOf, node.anyOf]) {
    const meant = options.filter((option) => !isNull(option));
    if (meant.length === 1) return meant[0];
  }
  return undefined;
}

function conditionsOf({ conditional }: SchemaNode): readonly SchemaCondition[] {
  const { if: test, then, else: otherwise, dependentSchemas } = conditional;
  return [
    ...(test === undefined || then === undefined ? [] : [{ kind: 'if', test, node: then } as const]),
    ...(otherwise === undefined
      ? []
      : [{ kind: 'else', test: then === undefined ? test : undefined, node: otherwise } as const]),
    ...[...dependentSchemas].map(([property, node]) => ({ kind: 'with', property, node }) as const),
  ];
}

function labelsOf(discriminator: Discriminator | undefined): Map<SchemaNode, string> {
  const labels = new Map<SchemaNode, string>();
  for (const [value, node] of discriminator?.mapping ?? []) if (!labels.has(node)) labels.set(node, value);
  return labels;
}

function choiceOf(node: SchemaNode): SchemaChoice | undefined {
  const kind = node.oneOf.length > 0 ? 'oneOf' : 'anyOf';
  const options = node[kind].filter((option) => !isNull(option));
  const labels = labelsOf(node.discriminator);
  if (options.length > 1) {
    return {
      kind,
      options: options.map((option) => ({
        label: labels.get(option) ?? option.title ?? option.name,
        node: option,
      })),
      discriminator: node.discriminator?.propertyName,
    };
  }
  // A base schema that its variants extend: the mapping is all that tells them (Discriminator Object).
  if (options.length === 0 && labels.size > 0) {
    const mapped = [...labels].map(([option, label]) => ({ label, node: option }));
    return { kind: 'oneOf', options: mapped, discriminator: node.discriminator?.propertyName };
  }
  return undefined;
}

/** What `allOf` means for each pair of limits: the stricter one. */
function stricter(left: JsonObject, right: JsonObject): JsonObject {
  const merged: Record<string, JsonValue | undefined> = { ...left };
  for (const [name, value] of Object.entries(right)) {
    const present = merged[name];
    if (typeof present !== 'number' || typeof value !== 'number') merged[name] ??= value;
    else
      merged[name] = /^(max|exclusiveMax)/.test(name) ? Math.min(present, value) : Math.max(present, value);
  }
  return merged;
}

const cache = new WeakMap<SchemaNode, FlatSchema>();

/** Folds `allOf`, `null` and choices of one into a single description. The schema's own words win over its parts'. */
export function flattenSchema(node: SchemaNode): FlatSchema {
  const known = cache.get(node);
  if (known !== undefined) return known;
  const flat = flatten(node, new Set());
  cache.set(node, flat);
  return flat;
}

function flatten(node: SchemaNode, above: ReadonlySet<SchemaNode>): FlatSchema {
  const seen = new Set([...above, node]);
  const meant = onlyMeant(node);
  const parts = [...node.allOf, ...(meant === undefined ? [] : [meant])]
    .filter((part) => !seen.has(part))
    .map((part) => flatten(part, seen));
  const first = <T>(own: T | undefined, ofPart: (part: FlatSchema) => T | undefined): T | undefined => {
    if (own !== undefined) return own;
    for (const part of parts) {
      const value = ofPart(part);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const ownTypes = node.types.filter((type) => type !== 'null');
  const hasNull =
    node.types.includes('null') ||
    [...node.oneOf, ...node.anyOf].some(isNull) ||
    node.enum?.includes(null) === true;
  const partTypes = parts.find((part) => part.types.length > 0)?.types ?? [];
  const values = node.enum?.filter((value) => value !== null);
  const hasMore =
    ownTypes.length + partTypes.length + node.oneOf.length + node.anyOf.length + (values?.length ?? 0) > 0;
  const isWrapper = parts.length === 1 && node.properties.size === 0;
  return {
    node,
    name: node.name ?? (isWrapper ? parts[0]?.name : undefined),
    types: ownTypes.length > 0 ? ownTypes : partTypes,
    isNull: isNull(node) || (!hasMore && (hasNull || parts.some((part) => part.isNull))),
    isNullable: hasNull ? hasMore : parts.some((part) => part.isNullable) && node.types.length === 0,
    format: first(node.format, (part) => part.format),
    // What is said beside a `$ref` in `allOf` is said of this use; the named schema's words are general.
    description: first(
      node.description ?? node.allOf.find((part) => part.name === undefined && part.description)?.description,
      (part) => part.description,
    ),
    externalDocs: first(node.externalDocs, (part) => part.externalDocs),
    default: first(node.default, (part) => part.default),
    const: first(node.const === null ? undefined : node.const, (part) => part.const),
    enum: first(values, (part) => part.enum),
    enumOwner: first(node.enum && node, (part) => part.enumOwner),
    examples:
      node.examples.length > 0
        ? node.examples
        : (parts.find((part) => part.examples.length > 0)?.examples ?? []),
    isDeprecated: node.isDeprecated,
    isReadOnly: node.isReadOnly || (isWrapper && parts[0]?.isReadOnly === true),
    isWriteOnly: node.isWriteOnly || (isWrapper && parts[0]?.isWriteOnly === true),
    assumption: first(node.assumption, (part) => (isWrapper ? part.assumption : undefined)),
    constraints: parts.reduce((merged, part) => stricter(merged, part.constraints), node.constraints),
    properties: merged(node.properties, parts, (part) => part.properties),
    required:
      parts.length === 0
        ? node.required
        : new Set([...parts.flatMap((part) => [...part.required]), ...node.required]),
    patternProperties: merged(node.patternProperties, parts, (part) => part.patternProperties),
    additionalProperties: first(node.additionalProperties, (part) => part.additionalProperties),
    items: first(node.items, (part) => part.items),
    prefixItems:
      node.prefixItems.length > 0
        ? node.prefixItems
        : (parts.find((part) => part.prefixItems.length > 0)?.prefixItems ?? []),
    choice: choiceOf(node) ?? inheritedChoice(node, parts),
    not: first(node.not, (part) => part.not),
    conditions: [...conditionsOf(node), ...parts.flatMap((part) => part.conditions)],
    contains: first(node.conditional.contains, (part) => part.contains),
    propertyNames: first(node.conditional.propertyNames, (part) => part.propertyNames),
    unevaluatedProperties: first(
      node.conditional.unevaluatedProperties,
      (part) => part.unevaluatedProperties,
    ),
    unevaluatedItems: first(node.conditional.unevaluatedItems, (part) => part.unevaluatedItems),
  };
}

/** The parts' entries in their order, then the schema's own. */
function merged(
  own: ReadonlyMap<string, SchemaNode>,
  parts: readonly FlatSchema[],
  ofPart: (part: FlatSchema) => ReadonlyMap<string, SchemaNode>,
): ReadonlyMap<string, SchemaNode> {
  return parts.length === 0 ? own : new Map([...parts.flatMap((part) => [...ofPart(part)]), ...own]);
}

/** A part's choice, unless this schema is one of its options: `Cat` extends `Pet` and is not a choice of pets again. */
function inheritedChoice(node: SchemaNode, parts: readonly FlatSchema[]): SchemaChoice | undefined {
  return parts.find(
    ({ choice }) => choice !== undefined && !choice.options.some((option) => option.node === node),
  )?.choice;
}

/** A value without parts of its own. */
export function isLeaf(flat: FlatSchema | undefined): flat is FlatSchema {
  return (
    flat !== undefined &&
    flat.properties.size === 0 &&
    flat.choice === undefined &&
    flat.items === undefined &&
    flat.prefixItems.length === 0
  );
}
