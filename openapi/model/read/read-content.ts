import type { MediaTypeContent, ParameterStyle, PropertyEncoding, RequestBody } from '../api-model.ts';
import { jsonOfText } from '../schema/json-of-text.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, entriesOf, flagOf, type Located, textOf } from './located.ts';
import { readExamples } from './read-examples.ts';
import { readAssumption, readExtensions } from './read-extensions.ts';
import { schemaPlace } from './read-parameter.ts';

/** The Request Body Object; undefined where there is none, or its `$ref` leads nowhere. */
export function readRequestBody(entry: Located, reader: DocumentReader): RequestBody | undefined {
  const place = reader.follow(entry);
  if (place.value === undefined) return undefined;
  const contents = readContents(reader.part(place, 'content'), reader);
  if (contents.length === 0)
    reader.fault('a request body needs a `content` with a media type', place, 'lost');
  return {
    description: textOf(place, 'description'),
    isRequired: flagOf(place, 'required'),
    contents,
    assumption: readAssumption(place),
    extensions: readExtensions(place),
    source: reader.sourceOf(place),
  };
}

/** A `content` map, in document order. */
export function readContents(content: Located, reader: DocumentReader): readonly MediaTypeContent[] {
  return entriesOf(content)
    .map(([mediaType, entry]) => [mediaType, reader.follow(entry)] as const)
    .map(([mediaType, place]) => ({
      mediaType,
      ...readSchemaAndExamples(mediaType, place, reader),
      encoding: new Map(
        entriesOf(reader.part(place, 'encoding')).map(([name, entry]) => [name, readEncoding(entry)]),
      ),
      source: reader.sourceOf(place),
    }));
}

function readSchemaAndExamples(
  mediaType: string,
  place: Located,
  reader: DocumentReader,
): Pick<MediaTypeContent, 'schema' | 'examples'> {
  const hasSchema = childOf(place, 'schema').value !== undefined;
  const schema = hasSchema ? reader.schemas.nodeAt(schemaPlace(place)) : undefined;
  const examples = readExamples(place, reader);
  if (!/json/i.test(mediaType)) return { schema, examples };
  return {
    schema,
    examples: examples.map((example) => ({ ...example, value: jsonOfText(example.value, schema) })),
  };
}

function readEncoding(place: Located): PropertyEncoding {
  const explode = childOf(place, 'explode').value;
  return {
    contentType: textOf(place, 'contentType'),
    style: formStyles.find((style) => style === textOf(place, 'style')),
    explode: typeof explode === 'boolean' ? explode : undefined,
    allowsReserved: flagOf(place, 'allowReserved'),
  };
}
const formStyles: readonly ParameterStyle[] = ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];
