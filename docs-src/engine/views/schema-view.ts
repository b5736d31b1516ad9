import type { ApiModel } from '../../../openapi/model/api-model.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { generateValue } from '../../../openapi/operations/values/generate-value.ts';
import { isWide, shortValue } from '../../../openapi/operations/values/short-value.ts';
import { exampleView } from './examples.ts';
import { operationTitle } from './operation-view.ts';
import { type SchemaRowOptions, schemaRow } from './schema-row.ts';
import { operationsWith } from './schema-users.ts';
import type { HeadingView, LinkView, SchemaSectionView } from './views.ts';

/** More would be a list of the whole document. */
const mostUsers = 12;

/** A schema by itself: its tree, a value of it, and the operations that use it. */
export function schemaView(
  {
    name,
    node,
    heading,
  }: { readonly name: string; readonly node: SchemaNode; readonly heading: HeadingView | undefined },
  model: ApiModel,
  options: SchemaRowOptions,
): SchemaSectionView {
  const users = operationsWith(node, model).flatMap((operation): LinkView[] => {
    const href = options.links.operation(operation.operationId);
    return href === undefined ? [] : [{ label: operationTitle(operation), href }];
  });
  return {
    name,
    heading,
    row: schemaRow({ name: undefined, node, isRequired: false }, options),
    example: exampleView('application/json', { value: exampleOf(node) }, options.words.example),
    users: users.slice(0, mostUsers),
    furtherUsers: Math.max(0, users.length - mostUsers),
  };
}

function exampleOf(node: SchemaNode) {
  const [written] = node.examples;
  if (written !== undefined) return written;
  return isWide(node) ? shortValue([node], 'writeOnly') : generateValue(node, { skip: 'writeOnly' });
}
