import type { JsonObject, JsonValue } from '../../model/api-model.ts';
import { nodeOfJsonSchema } from '../../model/schema/node-of-json-schema.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { type GenerateValueOptions, generateValue } from './generate-value.ts';

/** A value of each branch of a schema's own choice, or of each schema that extends it by name; empty where it has no choice. */
export function branchValues(schema: SchemaNode, options: GenerateValueOptions): readonly JsonValue[] {
  return branchesOf(schema).map((branch) => generateValue(branch, options));
}

function branchesOf({ selection, jsonSchema }: SchemaNode): readonly SchemaNode[] {
  if (selection?.isExtended === true) return [...selection.options.keys()];
  if (typeof jsonSchema === 'boolean') return [];
  const alone = (changed: JsonObject) => nodeOfJsonSchema({ ...jsonSchema, ...changed }, jsonSchema);
  const { oneOf, anyOf } = jsonSchema;
  if (Array.isArray(oneOf)) return oneOf.map((branch) => alone({ oneOf: [branch] }));
  return Array.isArray(anyOf) ? anyOf.map((branch) => alone({ anyOf: [branch] })) : [];
}
