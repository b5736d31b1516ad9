import type { JsonObject, JsonValue } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { meantOr } from '../../../openapi/model/nearest-name.ts';
import { escapePointerToken } from '../../../openapi/model/read/located.ts';
import { type Kind, type Note, noteMisfit, type Place } from './kind.ts';

/** Kinds of values that hold others. */

/** A list; one value alone is a list, too. */
export function listOf<Written, Value>(
  item: Kind<Written, Value>,
): Kind<Written | readonly Written[], readonly Value[]> {
  const { wanted, schema, placeholder, ofWord } = item;
  return {
    wanted,
    schema: { anyOf: [schema, { type: 'array', items: schema, minItems: 1 }] },
    placeholder: placeholder?.replace('>', '...>'),
    ofWord,
    hasManyWords: true,
    read(place, note) {
      if (!Array.isArray(place.value)) return wrapped(item.read(place, note));
      if (place.value.length === 0) return noteMisfit(`a list, each of it ${wanted}`, place, note);
      const items = place.value.map((value, index) => item.read(inside(place, index, value), note));
      return items.every((one) => one !== undefined) ? items : undefined;
    },
  };
}

/** A list whose flag is written once for each: the document may stand behind it. */
export function repeated<Written, Value>(
  item: Kind<Written, Value>,
): Kind<Written | readonly Written[], readonly Value[]> {
  return { ...listOf(item), placeholder: item.placeholder };
}

function wrapped<Value>(value: Value | undefined): readonly Value[] | undefined {
  return value === undefined ? undefined : [value];
}

/** Texts by names; on a command line `name=value`, or with another separator. */
export function textsByName(
  wanted: string,
  { separator = '=', placeholder = '<name=value...>' } = {},
): Kind<Readonly<Record<string, string>>> {
  return {
    wanted,
    schema: { type: 'object', additionalProperties: { type: 'string' } },
    placeholder,
    hasManyWords: true,
    ofWord: (word) => {
      const [name = '', ...rest] = word.split(separator);
      return rest.length === 0 ? word : { [name.trim()]: rest.join(separator).trim() };
    },
    read(place, note) {
      // Words come as a list of pairs.
      const pairs = Array.isArray(place.value) ? place.value : [place.value];
      const misfit = pairs.find(
        (pair) => !isObject(pair) || Object.values(pair).some((value) => typeof value !== 'string'),
      );
      if (misfit === undefined) return Object.assign({}, ...pairs);
      return noteMisfit(wanted, { ...place, value: misfit }, note);
    },
  };
}

export interface Field<Written = unknown, Value = unknown> {
  readonly kind: Kind<Written, Value>;
  readonly description: string;
  readonly default?: Value;
  readonly isRequired?: true;
}

type Fields = Readonly<Record<string, Field>>;
type RequiredNames<Of extends Fields> = {
  [Name in keyof Of]: Of[Name] extends { isRequired: true } ? Name : never;
}[keyof Of];
type WrittenIn<One extends Field> = One extends { kind: Kind<infer Written, infer _Value> } ? Written : never;
type ReadFrom<One extends Field> = One extends { kind: Kind<infer _Written, infer Value> } ? Value : never;

type WrittenOf<Of extends Fields> = {
  readonly [Name in RequiredNames<Of>]: WrittenIn<Of[Name]>;
} & {
  readonly [Name in Exclude<keyof Of, RequiredNames<Of>>]?: WrittenIn<Of[Name]> | undefined;
};
type ReadOf<Of extends Fields> = {
  readonly [Name in RequiredNames<Of>]: ReadFrom<Of[Name]>;
} & {
  readonly [Name in Exclude<keyof Of, RequiredNames<Of>>]?: ReadFrom<Of[Name]>;
};

/** An object with these members and no others. */
export function objectOf<const Of extends Fields>(
  wanted: string,
  fields: Of,
): Kind<WrittenOf<Of>, ReadOf<Of>> {
  return {
    wanted,
    schema: schemaOfFields(fields),
    read: (place, note) => readMembers(wanted, fields, place, note) as ReadOf<Of> | undefined, // read by their kinds
  };
}

export function schemaOfFields(fields: Fields): JsonObject {
  const required = Object.entries(fields).flatMap(([name, { isRequired }]) => (isRequired ? [name] : []));
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length === 0 ? {} : { required }),
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, { kind, description, default: usual }]) => [
        name,
        { description, ...kind.schema, ...(usual === undefined ? {} : { default: usual as JsonValue }) }, // as it is written
      ]),
    ),
  };
}

/** The members that fit; what is unknown, missing or wrong is noted. Undefined: it is no object, or lacks one. */
export function readMembers(
  wanted: string,
  fields: Fields,
  place: Place,
  note: Note,
): Readonly<Record<string, unknown>> | undefined {
  const { value } = place;
  if (!isObject(value)) return noteMisfit(wanted, place, note);
  const members: [string, unknown][] = [];
  for (const [name, written] of Object.entries(value)) {
    if (written === undefined) continue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const member = inside(place, name, written);
    if (field === undefined) note(unknownName(name, Object.keys(fields)), member);
    else members.push([name, field.kind.read(member, note)]);
  }
  const missing = Object.entries(fields).filter(
    ([name, field]) => field.isRequired && value[name] === undefined,
  );
  for (const [name] of missing) note(`needs "${name}"`, place);
  return missing.length === 0 ? Object.fromEntries(members) : undefined;
}

function unknownName(name: string, known: readonly string[]): string {
  return `"${name}" is not known here; ${meantOr(`there are ${known.join(', ')}`, name, known)}`;
}

/** One of two kinds: the second for objects, the first for everything else. */
export function wordOrObject<FirstWritten, First, SecondWritten, Second>(
  first: Kind<FirstWritten, First>,
  second: Kind<SecondWritten, Second>,
): Kind<FirstWritten | SecondWritten, First | Second> {
  const { placeholder, ofWord, choices } = first;
  return {
    placeholder,
    ofWord,
    choices,
    wanted: `${first.wanted}, or ${second.wanted}`,
    schema: { anyOf: [first.schema, second.schema] },
    read(place, note) {
      if (isObject(place.value)) return second.read(place, note);
      if (typeof place.value === 'string') return first.read(place, note);
      return noteMisfit(`${first.wanted}, or ${second.wanted}`, place, note);
    },
  };
}

function inside(place: Place, name: string | number, value: unknown): Place {
  return { ...place, value, pointer: `${place.pointer}/${escapePointerToken(name)}` };
}
