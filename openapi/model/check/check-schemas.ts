import type { ApiModel, DocumentFault, JsonObject, JsonValue } from '../api-model.ts';
import { locationKey } from '../read/located.ts';
import { allSchemas, childSchemas, reachableSchemas, rootSchemas } from '../schema/all-schemas.ts';
import { compileSchema, faultsOfSchema } from '../schema/compile-schema.ts';
import type { SchemaNode } from '../schema/schema-node.ts';

/** Schemas that are none: each is told where it is broken, not where it is used. */
export function checkSchemas(
  model: Pick<ApiModel, 'schemas' | 'operations' | 'webhooks'>,
): readonly DocumentFault[] {
  if (describeFault(together(rootSchemas(model))) === undefined) return [];
  const faults = new Map<string, DocumentFault>();
  const messages = new Map<SchemaNode, string | undefined>();
  const faultOf = (schema: SchemaNode): string | undefined => {
    if (!messages.has(schema)) {
      const message = describeFault(schema.jsonSchema);
      // What compiles takes all that it reaches with it, which is why parents come first.
      if (message === undefined) for (const part of reachableSchemas(schema)) messages.set(part, undefined);
      messages.set(schema, message);
    }
    return messages.get(schema);
  };
  for (const schema of allSchemas(model)) {
    const message = faultOf(schema);
    // A schema with a broken child is broken by it; the child is in the list, too.
    if (message === undefined || childSchemas(schema).some((child) => faultOf(child) !== undefined)) continue;
    faults.set(locationKey(schema.source), { message, location: schema.source });
  }
  return [...faults.values()];
}

/** All schemas as branches of one, each once: that compiles ten times faster, and almost every document passes. */
function together(schemas: ReadonlySet<SchemaNode>): JsonObject {
  const definitions: Record<string, JsonValue> = {};
  const branches = new Map<SchemaNode, JsonObject>();
  for (const schema of schemas) {
    if (typeof schema.jsonSchema === 'boolean') continue;
    const { $defs, ...branch } = schema.jsonSchema;
    Object.assign(definitions, $defs);
    branches.set(schema, branch);
  }
  const others = [...branches].filter(([{ name }]) => name === undefined || definitions[name] === undefined);
  return { anyOf: [true, ...others.map(([, branch]) => branch)], $defs: definitions };
}

function describeFault(schema: JsonObject | boolean): string | undefined {
  const faults = faultsOfSchema(schema);
  if (faults.length > 0) return `the schema is not valid: ${faults.slice(0, 3).join('; ')}`;
  try {
    compileSchema(schema);
    return undefined;
  } catch (error) {
    return `the schema cannot be compiled: ${error instanceof Error ? error.message : String(error)}`;
  }
}
