import type { Link, ResponseHeader, ResponseModel } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, entriesOf, flagOf, type Located, textOf } from './located.ts';
import { readContents } from './read-content.ts';
import { readExamples } from './read-examples.ts';
import { readAssumption, readExtensions } from './read-extensions.ts';
import { schemaPlace } from './read-parameter.ts';

/** The Responses Object, in document order. */
export function readResponses(responses: Located, reader: DocumentReader): readonly ResponseModel[] {
  return entriesOf(responses).flatMap(([status, entry]) => {
    if (status.startsWith('x-')) return [];
    if (!/^([1-5]\d\d|[1-5]XX|default)$/i.test(status)) {
      reader.fault(`"${status}" is no status: write 200, 4XX or default`, entry, 'lost');
      return [];
    }
    const place = reader.follow(entry);
    return [
      readResponse(status.toLowerCase() === 'default' ? 'default' : status.toUpperCase(), place, reader),
    ];
  });
}

/** A response whose `$ref` is broken keeps its status: an answer with it is still documented. */
function readResponse(status: string, place: Located, reader: DocumentReader): ResponseModel {
  return {
    status,
    description: textOf(place, 'description') ?? '',
    headers: entriesOf(reader.part(place, 'headers')).flatMap(([name, entry]) =>
      readHeader(name, entry, reader),
    ),
    contents: readContents(reader.part(place, 'content'), reader),
    links: entriesOf(reader.part(place, 'links')).flatMap(([name, entry]) => readLink(name, entry, reader)),
    assumption: readAssumption(place),
    extensions: readExtensions(place),
    source: reader.sourceOf(place),
  };
}

function readHeader(name: string, entry: Located, reader: DocumentReader): readonly ResponseHeader[] {
  const place = reader.follow(entry);
  if (place.value === undefined) return [];
  // Response Object, `headers`.
  if (name.toLowerCase() === 'content-type') {
    reader.fault(`header "${name}" is not used: OpenAPI has it said by \`content\``, entry, 'untidy');
    return [];
  }
  const [mediaType, content] = entriesOf(reader.part(place, 'content'))[0] ?? [];
  return [
    {
      name,
      description: textOf(place, 'description'),
      isRequired: flagOf(place, 'required'),
      isDeprecated: flagOf(place, 'deprecated'),
      explode: flagOf(place, 'explode'),
      schema: reader.schemas.nodeAt(schemaPlace(content ?? place)),
      mediaType,
      examples: [
        ...readExamples(place, reader),
        ...(content === undefined ? [] : readExamples(content, reader)),
      ],
      assumption: readAssumption(place),
      extensions: readExtensions(place),
      source: reader.sourceOf(place),
    },
  ];
}

function readLink(name: string, entry: Located, reader: DocumentReader): readonly Link[] {
  const place = reader.follow(entry);
  if (place.value === undefined) return [];
  const parameters = childOf(place, 'parameters').value;
  return [
    {
      name,
      description: textOf(place, 'description'),
      operationId: textOf(place, 'operationId'),
      operationRef: textOf(place, 'operationRef'),
      parameters: isObject(parameters) ? (parameters as Link['parameters']) : {}, // own entries are never undefined
      requestBody: childOf(place, 'requestBody').value,
    },
  ];
}
