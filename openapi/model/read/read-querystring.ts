import type { JsonObject, Parameter } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import type { SchemaNode } from '../schema/schema-node.ts';
import type { DocumentReader } from './document-reader.ts';
import { entriesOf, flagOf, type Located, textOf } from './located.ts';
import { readExamples } from './read-examples.ts';
import { readAssumption } from './read-extensions.ts';
import { schemaPlace } from './schema-place.ts';

const formType = 'application/x-www-form-urlencoded';

/**
 * The whole query string as one parameter (OpenAPI 3.2, `in: querystring`): as a form it is a query parameter for each
 * property of its schema, which is what everybody else reads. What the schema says of the object as a whole is not checked.
 */
export function readQuerystring(place: Located, reader: DocumentReader): readonly Parameter[] {
  const [mediaType, content] = entriesOf(reader.part(place, 'content'))[0] ?? [];
  const node = content && reader.schemas.nodeAt(schemaPlace(content));
  const properties: ReturnType<typeof propertiesOf> = node === undefined ? new Map() : propertiesOf(node);
  if (mediaType !== formType || content === undefined || properties.size === 0) {
    const message = `\`in: querystring\` is read where it is ${formType} with an object's properties; this one is not served, shown or checked`;
    reader.fault(message, place, 'lost');
    return [];
  }
  const [example] = [...readExamples(place, reader), ...readExamples(content, reader)];
  const values: JsonObject = isObject(example?.value) ? example.value : {};
  const isAllRequired = flagOf(place, 'required');
  return [...properties].map(([name, { schema, isRequired }]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return {
      name,
      in: 'query',
      description: schema.description ?? textOf(place, 'description'),
      isRequired: isAllRequired && isRequired,
      isDeprecated: schema.isDeprecated || flagOf(place, 'deprecated'),
      allowsEmptyValue: false,
      allowsReserved: false,
      style: 'form',
      explode: true,
      schema,
      mediaType: undefined,
      examples: example === undefined || value === undefined ? [] : [{ ...example, value }],
      assumption: readAssumption(place),
      extensions: {},
      source: reader.sourceOf(place),
    };
  });
}

/** Of a schema and all that it joins. */
function propertiesOf(
  schema: SchemaNode,
  seen = new Set<SchemaNode>(),
): ReadonlyMap<string, { readonly schema: SchemaNode; readonly isRequired: boolean }> {
  if (seen.has(schema)) return new Map();
  seen.add(schema);
  const own = [...schema.properties].map(
    ([name, property]) => [name, { schema: property, isRequired: schema.required.has(name) }] as const,
  );
  return new Map([...schema.allOf.flatMap((part) => [...propertiesOf(part, seen)]), ...own]);
}
