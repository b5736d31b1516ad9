import { isObject } from '../../../openapi/model/is-object.ts';
import type { BundledDocument } from './generate-types.ts';
import { resolve } from './resolve.ts';

type Value = unknown;
interface Tree {
  readonly [key: string]: Value;
}

function hasDefault(schema: Value, document: Tree): boolean {
  // A default beside the reference is one too (OpenAPI 3.1).
  if (isObject(schema) && schema.default !== undefined) return true;
  const found = resolve(schema, document);
  return isObject(found) && found.default !== undefined;
}

/** A Parameter Object as a handler sees it. */
function filled(parameter: Value, document: Tree): Value {
  if (!isObject(parameter) || '$ref' in parameter) return parameter;
  const [content] = isObject(parameter.content) ? Object.values(parameter.content) : [];
  const schema = parameter.schema ?? (isObject(content) ? content.schema : undefined);
  return hasDefault(schema, document) ? { ...parameter, required: true } : parameter;
}

function mapValues(tree: Value, change: (value: Value) => Value): Value {
  if (!isObject(tree)) return tree;
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, change(value)]));
}

function withParameters(holder: Value, document: Tree): Value {
  if (!isObject(holder) || !Array.isArray(holder.parameters)) return holder;
  return { ...holder, parameters: holder.parameters.map((parameter) => filled(parameter, document)) };
}

/**
 * The document as it is for who has filled in the defaults of parameters, as the mock does before it calls a handler: such
 * a parameter is always there. Defaults in bodies are filled in by nobody.
 */
export function withFilledDefaults(document: BundledDocument): BundledDocument {
  const tree = document as unknown as Tree; // read without a shape: a document may have anything anywhere
  const components = isObject(tree.components) ? tree.components : {};
  const filledTree: Tree = {
    ...tree,
    components: {
      ...components,
      parameters: mapValues(components.parameters, (parameter) => filled(parameter, tree)),
    },
    paths: mapValues(tree.paths, (item) =>
      mapValues(withParameters(item, tree), (operation) => withParameters(operation, tree)),
    ),
  };
  return filledTree as unknown as BundledDocument; // the same document but for `required`
}
