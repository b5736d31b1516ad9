import type { JsonObject, JsonValue } from '../../model/api-model.ts';
import { isObject } from '../../model/is-object.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { valueText } from '../../model/value-text.ts';
import { itemSchema, propertySchema } from './coerce-text.ts';
import { itemName, rootName, schemaInstance, xmlOf, xmlPlaceOf } from './xml-names.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Line ends that a parser would make others of are written as numbers; what XML 1.0 can't hold at all is replaced. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"'\r\n\t]/g, (character) => escapes[character] ?? `&#${character.charCodeAt(0)};`)
    .replaceAll(/[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

/**
 * A JSON value in XML, named and laid out as the schema's XML Objects have it. A text that is XML already, or that no schema
 * speaks of, stays as it is.
 */
export function xmlText(value: JsonValue, schema: SchemaNode | undefined): string {
  if (typeof value === 'string' && (schema === undefined || isXmlText(value))) return value;
  return element(rootName(schema), value, schema, new Map());
}

/** Whether a text means to be XML. */
export function isXmlText(text: string): boolean {
  return /^\uFEFF?\s*</.test(text);
}

/** Namespaces by their prefixes, as far as elements around have declared them. */
type Scope = ReadonlyMap<string, string>;

function element(name: string, value: JsonValue, schema: SchemaNode | undefined, around: Scope): string {
  const scope = new Map(around);
  const attributes = declarations(schema, scope);
  const tag = withPrefix(name, schema);
  let inner: string;
  if (value === null) {
    attributes.push(...declared('xsi', schemaInstance, scope), 'xsi:nil="true"');
    inner = '';
  } else if (Array.isArray(value)) inner = listItems(itemName(name, schema), value, schema, scope);
  else if (isObject(value)) inner = members(value, schema, scope, attributes);
  else inner = escaped(valueText(value));
  return `<${[tag, ...attributes].join(' ')}>${inner}</${tag}>`;
}

/** What stands inside an object's element; what are attributes of it are added to these. */
function members(
  value: JsonObject,
  schema: SchemaNode | undefined,
  scope: Map<string, string>,
  attributes: string[],
) {
  let inner = '';
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const own = schema && propertySchema(schema, key);
    const { kind, name } = xmlPlaceOf(key, own, Array.isArray(item));
    if (kind === 'attribute') {
      if (item === null) continue;
      attributes.push(...declarations(own, scope), `${withPrefix(name, own)}="${escaped(valueText(item))}"`);
    } else if (kind === 'text') inner += item === null ? '' : escaped(valueText(item));
    else if (kind === 'list' && Array.isArray(item)) inner += listItems(name, item, own, scope);
    else inner += element(name, item, own, scope);
  }
  return inner;
}

function listItems(
  name: string,
  items: readonly JsonValue[],
  schema: SchemaNode | undefined,
  scope: Scope,
): string {
  return items.map((item, index) => element(name, item, schema && itemSchema(schema, index), scope)).join('');
}

function withPrefix(name: string, schema: SchemaNode | undefined): string {
  const { prefix } = xmlOf(schema);
  return prefix === undefined ? name : `${prefix}:${name}`;
}

function declarations(schema: SchemaNode | undefined, scope: Map<string, string>): string[] {
  const { prefix = '', namespace } = xmlOf(schema);
  return namespace === undefined ? [] : declared(prefix, namespace, scope);
}

function declared(prefix: string, namespace: string, scope: Map<string, string>): string[] {
  if (scope.get(prefix) === namespace) return [];
  scope.set(prefix, namespace);
  return [`xmlns${prefix === '' ? '' : `:${prefix}`}="${escaped(namespace)}"`];
}
