import type { MediaTypeContent, ParameterStyle, PropertyEncoding, RequestBody } from '../api-model.ts';
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
      schema:
        childOf(place, 'schema').value === undefined ? undefined : reader.schemas.nodeAt(schemaPlace(place)),
      examples: readExamples(place, reader),
      encoding: new Map(
        entriesOf(reader.part(place, 'encoding')).map(([name, entry]) => [name, readEncoding(entry)]),
      ),
      source: reader.sourceOf(place),
    }));
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
