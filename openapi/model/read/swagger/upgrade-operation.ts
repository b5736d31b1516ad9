import { type JsonObject, type JsonValue, swaggerMethods } from '../../api-model.ts';
import { isObject } from '../../is-object.ts';
import { childOf, entriesOf, itemsOf, type Located, textOf } from '../located.ts';
import { defaultMediaType, mediaTypesOf } from './media-types-of.ts';
import type { SwaggerWriter } from './swagger-writer.ts';
import { upgradeForm, upgradeParameter } from './upgrade-parameter.ts';
import { upgradeResponses } from './upgrade-responses.ts';

const methods: ReadonlySet<string> = new Set(swaggerMethods);
const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** A path with all of its operations; bodies and forms of the path become the operations'. */
export function upgradePathItem(entry: Located, writer: SwaggerWriter): JsonValue {
  const item = mergedItem(entry, writer);
  if (!isObject(item.value)) return item.value ?? null;
  const parameters = parametersOf(item, writer);
  const members = entriesOf(item).map(([key, member]) => {
    if (key === 'parameters') return [key, upgradeList(parameters, member, writer)] as const;
    return [key, methods.has(key) ? upgradeOperation(member, parameters, writer) : (member.value ?? null)];
  });
  return writer.keep(Object.fromEntries(members), item);
}

/** What stands beside a `$ref` of a path item wins. */
function mergedItem(entry: Located, writer: SwaggerWriter): Located {
  const target = writer.follow(entry);
  if (target === entry || !isObject(entry.value) || !isObject(target.value)) return target;
  const { $ref: _, ...own } = entry.value;
  return { ...target, value: { ...target.value, ...own } };
}

function upgradeOperation(place: Located, ofPath: readonly Located[], writer: SwaggerWriter): JsonValue {
  if (!isObject(place.value)) return place.value ?? null;
  const { consumes: _, produces: __, schemes: ___, parameters, responses, ...others } = place.value;
  const own = parametersOf(place, writer);
  const body = upgradeBody([...ofPath, ...own], place, writer);
  const written = {
    ...others,
    ...(parameters !== undefined && {
      parameters: upgradeList(own, childOf(place, 'parameters'), writer),
    }),
    ...(body !== undefined && { requestBody: body }),
    ...(responses !== undefined && { responses: upgradeResponses(place, writer) }),
  };
  return writer.keep(written, place);
}

function parametersOf(owner: Located, writer: SwaggerWriter): readonly Located[] {
  return itemsOf(childOf(owner, 'parameters')).map(writer.follow);
}

function upgradeList(parameters: readonly Located[], place: Located, writer: SwaggerWriter): JsonValue {
  if (!Array.isArray(place.value)) return place.value ?? null;
  const outsideOfBody = parameters.filter((parameter) => !isIn(parameter, 'body', 'formData'));
  return writer.keep(
    outsideOfBody.map((parameter) => upgradeParameter(parameter, writer)),
    place,
  );
}

function isIn(parameter: Located, ...places: readonly string[]): boolean {
  return places.includes(textOf(parameter, 'in') ?? '');
}

/** The body, or the fields of the form: there is one or the other (Parameter Object, `in`). */
function upgradeBody(
  parameters: readonly Located[],
  operation: Located,
  writer: SwaggerWriter,
): JsonObject | undefined {
  const consumed = mediaTypesOf(operation, 'consumes', writer) ?? [defaultMediaType];
  const body = parameters.findLast((parameter) => isIn(parameter, 'body'));
  const fields = parameters.filter((parameter) => isIn(parameter, 'formData'));
  if (body === undefined) return fields.length === 0 ? undefined : formBody(fields, consumed, writer);
  if (fields[0] !== undefined)
    writer.fault('a form beside a body is not used: a request has one or the other', fields[0]);
  const { name: _, in: __, schema, 'x-examples': examples, ...others } = body.value as JsonObject; // it has an `in`
  const written = schema === undefined ? {} : { schema: writer.schema(childOf(body, 'schema')) };
  const content = consumed.map((type) => {
    const example = isObject(examples) ? examples[type] : undefined;
    return [type, writer.keep({ ...written, ...(example !== undefined && { example }) }, body)] as const;
  });
  return writer.keep({ ...others, content: Object.fromEntries(content) }, body);
}

function formBody(
  fields: readonly Located[],
  consumed: readonly string[],
  writer: SwaggerWriter,
): JsonObject | undefined {
  const [first] = fields as readonly [Located]; // there is one
  const form = upgradeForm(fields, first, writer);
  const hasFile = fields.some((field) => textOf(field, 'type') === 'file');
  const possible = hasFile ? formTypes.slice(1) : formTypes;
  const named = consumed.filter((type) => possible.includes(type));
  const types = named.length > 0 ? named : possible.slice(0, 1);
  const isRequired = form.schema.required !== undefined;
  const content = Object.fromEntries(types.map((type) => [type, writer.keep({ ...form }, first)]));
  return writer.keep({ ...(isRequired && { required: true }), content }, first);
}
