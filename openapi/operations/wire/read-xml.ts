import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';
import type { JsonValue } from '../../model/api-model.ts';
import { grouped } from '../../model/grouped.ts';
import { mostLevels } from '../../model/read/nesting.ts';
import { acceptedTypes } from '../../model/schema/accepted-types.ts';
import type { SchemaNode } from '../../model/schema/schema-node.ts';
import { coerceText, isRequiredProperty, isTextAlone, itemSchema, propertySchema } from './coerce-text.ts';
import { rootName, xmlOf, xmlPlaceOf, xmlPlacesOf } from './xml-names.ts';

/** What a text is as XML, or why it is none. */
export type ReadXml =
  | { readonly value: JsonValue }
  | { readonly fault: 'not-xml' | 'other-root'; readonly reason: string }
  | { readonly fault: 'too-deep' };

/**
 * The value that XML has by its schema: numbers, true and false, lists of one, as the same value would come in JSON. What
 * the schema does not know keeps its name; a schema that takes text alone gets the text, or the XML itself.
 */
export function readXml(text: string, schema: SchemaNode | undefined): ReadXml {
  try {
    const { root } = parseXml(text.replace(/^\uFEFF/, ''));
    if (root === null) return { fault: 'not-xml', reason: 'it has no element' };
    const isText = schema === undefined || isTextAlone(schema);
    if (isText && childElements(root).length > 0) return { value: text };
    const otherRoot = isText ? undefined : rootProblem(root, schema);
    return otherRoot ?? { value: elementValue(root, schema, 1) };
  } catch (error) {
    // What the parser's stack has no room for is beyond our levels, too.
    if (error instanceof RangeError) return { fault: 'too-deep' };
    if (!(error instanceof XmlError)) throw error;
    const { message, line, column } = error;
    const [reason = ''] = message.split(/ \(line |\n/, 1);
    return { fault: 'not-xml', reason: `${reason} (line ${line}, column ${column})` };
  }
}

/** A root that the document names has that name, in its namespace. */
function rootProblem(root: XmlElement, schema: SchemaNode): ReadXml | undefined {
  const { name, namespace } = xmlOf(schema);
  const [prefix, local] = splitName(root.name);
  const given = root.attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`];
  const isNamed = name === undefined || local === rootName(schema);
  if (isNamed && (namespace === undefined || given === namespace)) return undefined;
  const wanted = `<${rootName(schema)}>${namespace === undefined ? '' : ` of the namespace ${namespace}`}`;
  const found = `<${root.name}>${given === undefined ? '' : ` of ${given}`}`;
  return { fault: 'other-root', reason: `the root element must be ${wanted}; it is ${found}` };
}

function elementValue(element: XmlElement, schema: SchemaNode | undefined, depth: number): JsonValue {
  if (depth > mostLevels) throw new RangeError('nested too deep');
  const types = schema === undefined ? new Set<string>() : acceptedTypes(schema);
  const children = childElements(element);
  if (isNil(element)) return null;
  if (schema !== undefined && types.has('array'))
    return children.map((child, index) => elementValue(child, itemSchema(schema, index), depth + 1));
  const hasText = element.text.trim() !== '' && !xmlPlacesOf(schema).some(({ kind }) => kind === 'text');
  if (
    children.length > 0 ||
    (types.has('object') && !hasText) ||
    (types.size === 0 && attributesOf(element).length > 0)
  )
    return objectOf(element, children, schema, depth);
  const text = types.has('string') || types.size === 0 ? element.text : element.text.trim();
  return text === '' && types.has('null') && !types.has('string') ? null : coerceText(text, schema);
}

function objectOf(
  element: XmlElement,
  children: readonly XmlElement[],
  schema: SchemaNode | undefined,
  depth: number,
): JsonValue {
  const places = xmlPlacesOf(schema);
  const propertyOf = (name: string) => (schema === undefined ? undefined : propertySchema(schema, name));
  const members = new Map<string, JsonValue>();
  for (const [name, text] of attributesOf(element)) {
    const property =
      places.find((place) => place.kind === 'attribute' && place.name === name)?.property ?? name;
    members.set(property, coerceText(text, propertyOf(property)));
  }
  const inside = places.find(({ kind }) => kind === 'text');
  if (inside !== undefined)
    members.set(inside.property, coerceText(element.text, propertyOf(inside.property)));
  for (const [name, group] of grouped(children.map((child) => [splitName(child.name)[1], child]))) {
    const place = places.find((one) => one.kind !== 'attribute' && one.kind !== 'text' && one.name === name);
    const property = place?.property ?? name;
    const own = propertyOf(property);
    const kind = place?.kind ?? xmlPlaceOf(name, own).kind;
    const values = group.map((child, index) =>
      elementValue(child, kind === 'list' && own !== undefined ? itemSchema(own, index) : own, depth + 1),
    );
    const [first = null, ...more] = values;
    members.set(property, kind === 'list' || more.length > 0 ? values : first);
  }
  // Elements one after another of which there are none are an empty list.
  for (const { kind, property } of places)
    if (
      kind === 'list' &&
      schema !== undefined &&
      isRequiredProperty(schema, property) &&
      !members.has(property)
    )
      members.set(property, []);
  return Object.fromEntries(members);
}

function childElements({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => child instanceof XmlElement);
}

/** Attributes by their names without prefix, but for those that are about XML itself. */
function attributesOf({ attributes }: XmlElement): readonly (readonly [string, string])[] {
  return Object.entries(attributes).flatMap(([name, text]) => {
    const [prefix, local] = splitName(name);
    return name === 'xmlns' || ['xmlns', 'xml', 'xsi'].includes(prefix) ? [] : [[local, text] as const];
  });
}

function isNil({ attributes }: XmlElement): boolean {
  return Object.entries(attributes).some(
    ([name, text]) => splitName(name)[1] === 'nil' && name.includes(':') && /^(true|1)$/.test(text),
  );
}

function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(':');
  return colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
}
