import { additionalMethods } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { BundledDocument } from './generate-types.ts';
import { resolve } from './resolve.ts';

interface Tree {
  readonly [key: string]: unknown;
}

/** A path that stands for one method of another path: `/books`, `query`. */
export interface StandIn {
  readonly path: string;
  readonly of: string;
  readonly method: string;
}

/**
 * The document in the words that openapi-typescript knows, which are those of 3.1: a sequence is a list of its items, a query
 * string that is a form has a parameter for each property, and what a path has beside the eight methods of 3.1 is the `get` of a
 * path that stands in for it.
 */
export function withKnownMembers(document: BundledDocument): {
  readonly document: BundledDocument;
  readonly standIns: readonly StandIn[];
} {
  if (!document.openapi.startsWith('3.2')) return { document, standIns: [] };
  const tree = replaceMembers(document) as BundledDocument & Tree;
  const standIns: StandIn[] = [];
  const paths = Object.entries(tree.paths ?? {}).flatMap(([path, item]) => {
    const { query, additionalOperations, ...others } = item as Tree;
    const further = new Map(Object.entries(isObject(additionalOperations) ? additionalOperations : {}));
    const named = [...further].filter(([name]) => isKnown(name));
    const extra = [...(isObject(query) ? [['QUERY', query] as const] : []), ...named].map(([name, get]) => {
      const standIn = { path: `${path} ${name}`, of: path, method: name.toLowerCase() };
      standIns.push(standIn);
      return [standIn.path, { parameters: others.parameters ?? [], get }] as const;
    });
    return [[path, others] as const, ...extra];
  });
  return { document: { ...tree, paths: Object.fromEntries(paths) as Record<string, object> }, standIns };

  function replaceMembers(value: unknown): unknown {
    if (Array.isArray(value)) return value.flatMap((item) => asParameters(replaceMembers(item), document));
    if (!isObject(value)) return value;
    const members = Object.entries(value).map(([key, member]) => [key, replaceMembers(member)] as const);
    const { itemSchema, ...written } = Object.fromEntries(members);
    if (itemSchema === undefined) return written;
    return { ...written, schema: written.schema ?? { type: 'array', items: itemSchema } };
  }
}

function isKnown(name: string): boolean {
  return additionalMethods.some((method) => method.toUpperCase() === name);
}

/** The query parameters that a parameter for the whole query string stands for; any other item is itself. */
function asParameters(item: unknown, document: BundledDocument): readonly unknown[] {
  if (!isObject(item) || item.in !== 'querystring') return [item];
  const [content] = isObject(item.content) ? Object.values(item.content) : [];
  const schema = resolve(isObject(content) ? content.schema : undefined, document);
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  const required = isObject(schema) && Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: item.required === true && required.includes(name),
    schema: property,
  }));
}
