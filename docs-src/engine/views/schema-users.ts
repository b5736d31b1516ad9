import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { allSchemas, childSchemas, contentsOf } from '../../../openapi/model/schema/all-schemas.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';

interface Users {
  readonly parents: ReadonlyMap<SchemaNode, readonly SchemaNode[]>;
  readonly holders: ReadonlyMap<SchemaNode, readonly Operation[]>;
}

const known = new WeakMap<ApiModel, Users>();

function usersIn(model: ApiModel): Users {
  const parents = new Map<SchemaNode, SchemaNode[]>();
  const holders = new Map<SchemaNode, Operation[]>();
  const note = <Value>(map: Map<SchemaNode, Value[]>, node: SchemaNode | undefined, value: Value) => {
    if (node === undefined) return;
    const values = map.get(node);
    if (values === undefined) map.set(node, [value]);
    else values.push(value);
  };
  for (const schema of allSchemas(model))
    for (const child of childSchemas(schema)) note(parents, child, schema);
  for (const operation of model.operations) {
    for (const { schema } of operation.parameters) note(holders, schema, operation);
    for (const { schema } of contentsOf(operation)) note(holders, schema, operation);
  }
  return { parents, holders };
}

/** The operations whose parameters or bodies hold a schema, however deep, in the document's order. */
export function operationsWith(node: SchemaNode, model: ApiModel): readonly Operation[] {
  const users = known.get(model) ?? usersIn(model);
  known.set(model, users);
  const above = new Set([node]);
  for (const schema of above) for (const parent of users.parents.get(schema) ?? []) above.add(parent);
  const found = new Set([...above].flatMap((schema) => users.holders.get(schema) ?? []));
  return model.operations.filter((operation) => found.has(operation));
}
