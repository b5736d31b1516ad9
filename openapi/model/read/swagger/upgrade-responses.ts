import type { JsonObject, JsonValue } from '../../api-model.ts';
import { isObject } from '../../is-object.ts';
import { childOf, entriesOf, type Located } from '../located.ts';
import { defaultMediaType, mediaTypesOf } from './media-types-of.ts';
import type { SwaggerWriter } from './swagger-writer.ts';
import { upgradeHeader } from './upgrade-parameter.ts';

/** The responses of an operation, each with what the operation produces as its content. */
export function upgradeResponses(operation: Located, writer: SwaggerWriter): JsonValue {
  const place = childOf(operation, 'responses');
  if (!isObject(place.value)) return place.value ?? null;
  const produced = mediaTypesOf(operation, 'produces', writer);
  const written = entriesOf(place).map(([status, entry]) => {
    const response = writer.follow(entry);
    const isWritten = isObject(response.value) && !status.startsWith('x-');
    return [status, isWritten ? upgradeResponse(response, produced, writer) : (entry.value ?? null)] as const;
  });
  return writer.keep(Object.fromEntries(written), place);
}

function upgradeResponse(
  place: Located,
  produced: readonly string[] | undefined,
  writer: SwaggerWriter,
): JsonValue {
  const { schema, examples, headers, ...others } = place.value as JsonObject; // asked before
  const hasContent = schema !== undefined || (isObject(examples) && Object.keys(examples).length > 0);
  const ofHeaders = entriesOf(childOf(place, 'headers')).map(
    ([name, header]) => [name, upgradeHeader(header, writer)] as const,
  );
  const upgraded = {
    ...others,
    ...(headers !== undefined && {
      headers: writer.keep(Object.fromEntries(ofHeaders), childOf(place, 'headers')),
    }),
    ...(hasContent && { content: contentOf(place, produced, writer) }),
  };
  return writer.keep(upgraded, place);
}

/** Examples stand under their media type, or under a name of their own; without a schema they say what is sent. */
function contentOf(
  place: Located,
  produced: readonly string[] | undefined,
  writer: SwaggerWriter,
): JsonObject {
  const schema = childOf(place, 'schema');
  const written = schema.value === undefined ? {} : { schema: writer.schema(schema) };
  const examples = entriesOf(childOf(place, 'examples'));
  const ofTypes = new Map(examples.filter(([key]) => key.includes('/')));
  const named = examples.filter(([key]) => !key.includes('/'));
  const ofSchema = schema.value === undefined && ofTypes.size > 0 ? [] : (produced ?? []);
  const types = new Set([...ofSchema, ...ofTypes.keys()]);
  const content = (types.size > 0 ? [...types] : [defaultMediaType]).map((type, index) => {
    const example = ofTypes.get(type)?.value;
    const values = named.map(([name, { value = null }]) => [name, { value }] as const);
    const media = {
      ...written,
      ...(example !== undefined && { example }),
      ...(index === 0 && values.length > 0 && { examples: Object.fromEntries(values) }),
    };
    return [type, writer.keep(media, place)] as const;
  });
  return Object.fromEntries(content);
}
