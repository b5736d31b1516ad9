import { acceptedTypes } from '../../model/schema/accepted-types.ts';
import type { SchemaNode, XmlObject } from '../../model/schema/schema-node.ts';
import { itemSchema, propertyNames, propertySchema } from './coerce-text.ts';

/** The namespace of `xsi:nil`, which is what null is in XML (OpenAPI 3.2, XML Object). */
export const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/** The XML Object that counts for a schema: its own, or that of the one schema it does nothing but refer to. */
export function xmlOf(schema: SchemaNode | undefined): Partial<XmlObject> {
  if (schema === undefined) return {};
  const [only, ...more] = schema.allOf;
  const isReference = only !== undefined && more.length === 0 && schema.properties.size === 0;
  return schema.xml ?? (isReference ? xmlOf(only) : {});
}

/** A name that XML takes. */
export function xmlName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}_.-]/gu, '_').replace(/^(?!\p{L}|_)/u, '_');
}

/** What the root element is called. */
export function rootName(schema: SchemaNode | undefined): string {
  return xmlName(xmlOf(schema).name ?? schema?.name ?? 'root');
}

/** What a property is in XML: an attribute, text, an element, elements one after another, or elements in one. */
export interface XmlPlace {
  readonly kind: 'attribute' | 'text' | 'element' | 'list' | 'wrapped list';
  /** Of the attribute or element, without prefix; of a list that of its items. */
  readonly name: string;
}

/** A list is one by its schema, or by its value where the schema says nothing. */
export function xmlPlaceOf(
  name: string,
  schema: SchemaNode | undefined,
  isList = isListSchema(schema),
): XmlPlace {
  const { name: ownName, nodeType } = xmlOf(schema);
  const own = xmlName(ownName ?? name);
  if (!isList) {
    if (nodeType === 'attribute') return { kind: 'attribute', name: own };
    if (nodeType === 'text' || nodeType === 'cdata') return { kind: 'text', name: own };
    return { kind: 'element', name: own };
  }
  // The name of a list counts where it has an element of its own.
  if (nodeType === 'element') return { kind: 'wrapped list', name: own };
  return { kind: 'list', name: itemName(xmlName(name), schema) };
}

/** What the items of a list are called, which else go by the name of the list. */
export function itemName(listName: string, schema: SchemaNode | undefined): string {
  const items = schema && itemSchema(schema, 0);
  return xmlName(xmlOf(items).name ?? listName);
}

export function isListSchema(schema: SchemaNode | undefined): boolean {
  return schema !== undefined && acceptedTypes(schema).has('array');
}

/** The documented properties of an object by what they are in XML. */
export function xmlPlacesOf(
  schema: SchemaNode | undefined,
): readonly (XmlPlace & { readonly property: string })[] {
  if (schema === undefined) return [];
  return propertyNames(schema).map((property) => ({
    ...xmlPlaceOf(property, propertySchema(schema, property)),
    property,
  }));
}
