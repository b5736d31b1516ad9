import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { DraftNotes } from './draft-notes.ts';
import { type DraftSchema, typeOf } from './infer-schema.ts';
import { type ParameterRow, valueOfText } from './parameter-rows.ts';

/**
 * Puts what rows of a table say of fields into the schema of a body. Where a table and the examples differ both hold: the
 * examples must stay valid, and which is right only somebody who knows the API can say.
 */
export function describeFields(
  schema: DraftSchema,
  rows: readonly ParameterRow[],
  examples: readonly JsonValue[],
  notes: DraftNotes,
): void {
  for (const row of rows) {
    const segments = row.name
      .replace(/\[(\d*|\*)\]/g, '.[].')
      .replace(/\[([^[\]]+)\]/g, '.$1')
      .split('.')
      .filter((part) => part !== '');
    const deep = segments.length === 1 ? findField(schema, segments[0] ?? '') : undefined;
    const { parent, field } = deep ?? fieldAt(schema, segments);
    const name = segments.at(-1) ?? '';
    notes.placeAt(field, row);
    describeField(field, row, notes);
    if (row.isRequired !== true || name === '[]') continue;
    const lacking = objectsAt(examples, segments.slice(0, -1)).some((value) => !Object.hasOwn(value, name));
    if (lacking)
      notes.unclear(
        row,
        `"${row.name}" is required here, and an example has none: it is optional in the draft.`,
      );
    else if (deep === undefined || parent === schema)
      parent.required = [...new Set([...(parent.required ?? []), name])];
  }
}

/** Types, default and values of one field or parameter. */
export function describeField(schema: DraftSchema, row: ParameterRow, notes: DraftNotes): void {
  const told = row.type ?? (schema.type === undefined ? typeOfText(row.standard) : undefined);
  if (told !== undefined) takeType(schema, told, row, notes);
  if (row.description !== undefined) schema.description ??= row.description;
  const values = (row.values ?? []).map((text) => valueOfText(text, schema.type));
  if (values.length > 0 && values.every((value) => value !== undefined) && schema.type !== 'array')
    schema.enum = values;
  if (row.standard === undefined) return;
  const standard = valueOfText(row.standard, schema.type);
  const fits = standard !== undefined && (schema.enum?.includes(standard) ?? true);
  if (fits) schema.default = standard;
  else
    notes.unclear(
      row,
      `The default "${row.standard}" of "${row.name}" is no value of its type: it is left out.`,
    );
}

/** What a default says of the type, where nothing else does. */
function typeOfText(text = ''): DraftSchema | undefined {
  const type = (['boolean', 'integer', 'number'] as const).find(
    (name) => valueOfText(text, name) !== undefined,
  );
  return type === undefined ? undefined : { type };
}

function takeType(schema: DraftSchema, told: DraftSchema, row: ParameterRow, notes: DraftNotes): void {
  const types = [schema.type ?? []].flat();
  const own = String(told.type);
  if (types.length === 0) Object.assign(schema, { ...told, ...schema, type: own });
  else if (types.includes(own)) {
    if (own === 'array' && Object.keys(schema.items ?? {}).length === 0) schema.items = told.items ?? {};
  } else if (own === 'number' && types.includes('integer'))
    schema.type = types.length === 1 ? 'number' : types.map((type) => (type === 'integer' ? 'number' : type));
  else {
    notes.unclear(
      row,
      `"${row.name}" is of type ${own} here, and ${types.join(' or ')} in an example: the draft takes both.`,
    );
    schema.type = [...types, own];
    if (own === 'array') schema.items ??= told.items ?? {};
  }
}

interface FoundField {
  readonly parent: DraftSchema;
  readonly field: DraftSchema;
}

/** The field of a name, wherever the examples have it; the one that is nearest to the root. */
function findField(schema: DraftSchema, name: string): FoundField | undefined {
  let level = [schema];
  while (level.length > 0) {
    for (const parent of level) {
      const field = parent.properties?.[name];
      if (field !== undefined && Object.hasOwn(parent.properties ?? {}, name)) return { parent, field };
    }
    level = level.flatMap(({ properties = {}, items }) => [
      ...Object.values(properties),
      ...(items === undefined ? [] : [items]),
    ]);
  }
  return undefined;
}

/** The field at a path, made where there is none; a list on the way is gone into. */
function fieldAt(schema: DraftSchema, segments: readonly string[]): FoundField {
  let parent = schema;
  let field = schema;
  for (const segment of segments) {
    parent = field;
    if (segment !== '[]' && [parent.type].flat().includes('array') && parent.properties === undefined)
      parent = itemsOf(parent);
    if (segment === '[]') field = itemsOf(parent);
    else {
      if (parent.type === undefined) parent.type = 'object';
      parent.properties ??= {};
      if (!Object.hasOwn(parent.properties, segment)) parent.properties[segment] = {};
      field = parent.properties[segment] as DraftSchema;
    }
  }
  return { parent, field };
}

function itemsOf(schema: DraftSchema): DraftSchema {
  schema.type ??= 'array';
  schema.items ??= {};
  return schema.items;
}

/** The objects of examples whose members a path names. */
function objectsAt(
  values: readonly JsonValue[],
  segments: readonly string[],
): readonly Readonly<Record<string, unknown>>[] {
  const [first, ...rest] = segments;
  const parts = values.flatMap((value) =>
    typeOf(value) === 'array' ? (value as readonly JsonValue[]) : [value],
  );
  const objects = parts.filter(isObject);
  if (first === undefined) return objects;
  if (first === '[]') return objectsAt(parts, rest);
  return objectsAt(
    objects.flatMap((value) => (value[first] === undefined ? [] : [value[first]])),
    rest,
  );
}
