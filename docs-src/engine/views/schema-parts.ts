import { remember } from '../../../openapi/model/remember.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import type { EngineWords } from '../words/words.ts';
import { type FlatSchema, flattenSchema, isLeaf } from './flat-schema.ts';
import { plainChoiceOf } from './plain-choice.ts';

/** A schema in its place: what a row is of. */
export interface Part {
  readonly name: string | undefined;
  readonly node: SchemaNode;
  readonly isRequired: boolean;
}

/** Readers of a request do not want what only replies hold, and the other way round. */
interface InnerPart extends Part {
  readonly hiddenIn: readonly string[];
}

/** What stands under a schema, as rows to come. */
export interface SchemaParts {
  /** Whose parts they are: the items of an array stand for the array. */
  readonly owner: SchemaNode;
  readonly parts: readonly InnerPart[];
  readonly conditions: FlatSchema['conditions'];
  /** undefined where it is a choice of plain values, which the row itself says. */
  readonly choice: FlatSchema['choice'];
}

const known = new WeakMap<EngineWords, WeakMap<SchemaNode, SchemaParts>>();

export function schemaPartsOf(node: SchemaNode, words: EngineWords): SchemaParts {
  return remember(
    remember(known, words, () => new WeakMap<SchemaNode, SchemaParts>()),
    node,
    () => findParts(node, words),
  );
}

/** A row without anything under it. */
export function isPlain(node: SchemaNode, words: EngineWords): boolean {
  const { parts, conditions, choice } = schemaPartsOf(node, words);
  return parts.length + conditions.length === 0 && choice === undefined;
}

function findParts(node: SchemaNode, words: EngineWords): SchemaParts {
  let owner = node;
  let flat = flattenSchema(node);
  const passed = new Set<SchemaNode>();
  while (
    flat.items !== undefined &&
    flat.prefixItems.length === 0 &&
    flat.properties.size === 0 &&
    flat.choice === undefined &&
    !passed.has(owner)
  ) {
    passed.add(owner);
    owner = flat.items;
    flat = flattenSchema(owner);
  }
  const parts: InnerPart[] = [];
  const add = (name: string, part: SchemaNode, isRequired = false, hiddenIn: readonly string[] = []) => {
    parts.push({ name, node: part, isRequired, hiddenIn });
  };
  for (const [name, property] of flat.properties) {
    const { isReadOnly, isWriteOnly } = flattenSchema(property);
    const hiddenIn = [...(isReadOnly ? ['request'] : []), ...(isWriteOnly ? ['reply'] : [])];
    add(name, property, flat.required.has(name), hiddenIn);
  }
  for (const [pattern, property] of flat.patternProperties) add(`/${pattern}/`, property);
  for (const [index, item] of flat.prefixItems.entries())
    add(`[${index}]`, item, index < Number(flat.constraints.minItems ?? 0));
  const { length } = flat.prefixItems;
  if (length > 0 && flat.items !== undefined && !flat.items.isAnything && !flat.items.isNothing)
    add(`[${length}…]`, flat.items);
  const additionalProperties = flat.additionalProperties ?? flat.unevaluatedProperties;
  if (
    additionalProperties !== undefined &&
    !additionalProperties.isAnything &&
    !additionalProperties.isNothing
  ) {
    const isPlainMap = flat.properties.size === 0 && isLeaf(flattenSchema(additionalProperties));
    if (!isPlainMap || flattenSchema(additionalProperties).description !== undefined)
      add(words.anyName, additionalProperties);
  }
  const choice = plainChoiceOf(flat, words) === undefined ? flat.choice : undefined;
  return { owner, parts, conditions: flat.conditions, choice };
}
