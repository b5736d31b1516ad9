import type { JsonValue, Parameter, ResponseModel } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { didYouMean, meantOr } from '../nearest-name.ts';
import type { Relation, RelationKind } from '../relations.ts';
import { readPattern } from '../schema/read-pattern.ts';
import { type BodyPlace, followPointer, isNoList, itemsAt, successBody } from './body-places.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, entriesOf, itemsOf, type Located } from './located.ts';
import { readAssumption } from './read-extensions.ts';
import { type RelationField, relationFields } from './relation-fields.ts';

const kinds = Object.keys(relationFields);
const besideTheKind = ['when', 'x-kit-assumption'];

/** What a relation may name. */
interface RelationSurroundings {
  readonly parameters: readonly string[];
  /** Undefined where no 2xx has a JSON body. */
  readonly body: BodyPlace | undefined;
}

/** `x-kit-relations`: an extension of ours, because OpenAPI has no word for what a reply has to do with its request, or with another reply. */
export function readRelations(
  place: Located,
  parameters: readonly Parameter[],
  responses: readonly ResponseModel[],
  reader: DocumentReader,
): readonly Relation[] {
  if (place.value !== undefined && !Array.isArray(place.value))
    reader.fault('relations are a list', place, 'lost');
  const items = itemsOf(place);
  if (items.length === 0) return [];
  const names = parameters.map(({ name }) => name);
  const surroundings = { parameters: names, body: successBody(responses) };
  return items.flatMap((item) => {
    const read = readRelation(item, surroundings);
    if (!('faults' in read)) return [{ ...read, source: reader.sourceOf(item) }];
    for (const { message, at } of read.faults) reader.fault(message, at, 'lost');
    return [];
  });
}

interface RelationFault {
  readonly message: string;
  readonly at: Located;
}

function readRelation(
  item: Located,
  surroundings: RelationSurroundings,
): Relation | { readonly faults: readonly RelationFault[] } {
  const written = entriesOf(item).filter(([key]) => !besideTheKind.includes(key));
  const [entry, ...more] = written;
  const wrong = (message: string, at = item) => ({ faults: [{ message, at }] });
  if (entry === undefined || more.length > 0)
    return wrong(`a relation has one key, its kind (${kinds.join(', ')}), and may have \`when\` beside it`);
  const [kind, fields] = entry;
  if (!isKind(kind))
    return wrong(`"${kind}" is no kind of relation: ${meantOr(`it is ${kinds.join(', ')}`, kind, kinds)}`);
  // A list is short for the only field that a kind has.
  const short = Object.keys(relationFields[kind]).length === 1 && Array.isArray(fields.value);
  const [only = ''] = Object.keys(relationFields[kind]);
  const owner = short ? { ...fields, value: { [only]: fields.value ?? null } } : fields;
  if (!isObject(owner.value)) return wrong(`"${kind}" is an object of its fields`, fields);
  const faults = [
    ...faultsOfFields(kind, owner, surroundings),
    ...faultsOfGuard(childOf(item, 'when'), surroundings),
  ];
  if (faults.length > 0) return { faults };
  const when = childOf(item, 'when').value ?? {};
  const context = { when, assumption: readAssumption(item), source: item };
  // The fields are those that `relationFields` knows of this kind, and each was looked at.
  return { kind, ...owner.value, ...context } as unknown as Relation;
}

function isKind(text: string): text is RelationKind {
  return Object.hasOwn(relationFields, text);
}

function faultsOfFields(
  kind: RelationKind,
  owner: Located,
  surroundings: RelationSurroundings,
): readonly RelationFault[] {
  const known = relationFields[kind];
  const names = Object.keys(known);
  const given = entriesOf(owner);
  const unknown = given.filter(([name]) => !Object.hasOwn(known, name));
  const missing = names.filter((name) => known[name]?.isRequired && childOf(owner, name).value === undefined);
  const itemsPointer = childOf(owner, 'items').value;
  const list =
    surroundings.body === undefined || typeof itemsPointer !== 'string'
      ? []
      : followPointer(surroundings.body, itemsPointer);
  const items = 'fault' in list ? [] : itemsAt(list);
  return [
    ...unknown.map(([name, at]) => ({
      message: `"${kind}" has no field "${name}": ${meantOr(`it has ${names.join(', ')}`, name, names)}`,
      at,
    })),
    ...missing.map((name) => ({ message: `"${kind}" needs \`${name}\``, at: owner })),
    ...given.flatMap(([name, at]) => {
      const field = known[name];
      return field === undefined ? [] : faultsOfField(name, field, at, surroundings, items);
    }),
    ...faultsOfChoice(kind, owner),
  ];
}

/** What no single field can say. */
function faultsOfChoice(kind: RelationKind, owner: Located): readonly RelationFault[] {
  const has = (name: string) => childOf(owner, name).value !== undefined;
  if (kind === 'pages' && has('page') === has('offset'))
    return [{ message: '"pages" needs either `page` or `offset`', at: owner }];
  if (kind === 'filters' && has('unit') !== has('units'))
    return [{ message: '"filters" needs `unit` and `units` together', at: owner }];
  if (kind === 'echoes' && !has('within') && !has('parameters'))
    return [{ message: '"echoes" needs `within` or `parameters`', at: owner }];
  return [];
}

function faultsOfField(
  name: string,
  { holds }: RelationField,
  at: Located,
  { parameters, body }: RelationSurroundings,
  items: BodyPlace,
): readonly RelationFault[] {
  const { value } = at;
  const texts = textsIn(value);
  const wrong = (message: string, place = at) => [{ message, at: place }];
  const unknownOf = (names: readonly string[]) =>
    names
      .filter((one) => !parameters.includes(one))
      .flatMap((one) => wrong(`the operation has no parameter "${one}".${didYouMean(one, parameters)}`));
  const astrayFrom = (place: BodyPlace | undefined, pointers: readonly string[]) =>
    pointers.flatMap((pointer) => {
      if (place === undefined) return wrong('no 2xx of the operation has a JSON body');
      const found = followPointer(place, pointer);
      if ('fault' in found) return wrong(found.fault);
      return holds === 'items' && isNoList(found) ? wrong(`"${pointer}" is no list`) : [];
    });
  if (typeof holds !== 'string')
    return holds.some((word) => word === value) ? [] : wrong(`\`${name}\` is one of ${holds.join(', ')}`);
  switch (holds) {
    case 'value':
      return [];
    case 'whole number':
      return Number.isInteger(value) ? [] : wrong(`\`${name}\` is a whole number`);
    case 'text':
      return typeof value === 'string' ? [] : wrong(`\`${name}\` is a text`);
    case 'parameter':
      return typeof value === 'string' ? unknownOf([value]) : wrong(`\`${name}\` is a parameter's name`);
    case 'parameters':
      return texts.list === undefined ? wrong(`\`${name}\` is a list of parameters`) : unknownOf(texts.list);
    case 'pointer':
    case 'items':
      return typeof value === 'string'
        ? astrayFrom(body, [value])
        : wrong(`\`${name}\` is a JSON pointer into the body`);
    case 'item pointer':
      return typeof value === 'string'
        ? astrayFrom(body && items, [value])
        : wrong(`\`${name}\` is a JSON pointer from an item of \`items\``);
    case 'pointers':
      return texts.list === undefined
        ? wrong(`\`${name}\` is a list of JSON pointers into the body`)
        : astrayFrom(body, texts.list);
    case 'value by parameter':
      return isObject(value)
        ? unknownOf(Object.keys(value))
        : wrong(`\`${name}\` is an object: parameter, value`);
    case 'number by value':
      return isObject(value) && Object.values(value).every((one) => typeof one === 'number')
        ? []
        : wrong(`\`${name}\` is an object: value, number`);
    case 'parameter by value':
      return texts.byName === undefined
        ? wrong(`\`${name}\` is an object: value, parameter`)
        : unknownOf(Object.values(texts.byName));
    case 'item pointer by value':
      return texts.byName === undefined
        ? wrong(`\`${name}\` is an object: value, JSON pointer from an item`)
        : astrayFrom(body && items, Object.values(texts.byName));
    default: {
      if (texts.byName === undefined) return wrong(`\`${name}\` is an object: parameter, JSON pointer`);
      const from = holds === 'pointer by parameter' ? body : body && items;
      return [...unknownOf(Object.keys(texts.byName)), ...astrayFrom(from, Object.values(texts.byName))];
    }
  }
}

/** A list of texts, or an object of texts; each undefined where the value is none. */
function textsIn(value: JsonValue | undefined): {
  readonly list: readonly string[] | undefined;
  readonly byName: Readonly<Record<string, string>> | undefined;
} {
  const areTexts = (values: readonly unknown[]): values is readonly string[] =>
    values.every((one) => typeof one === 'string');
  const list = Array.isArray(value) && areTexts(value) ? value : undefined;
  const isByName = isObject(value) && areTexts(Object.values(value));
  return { list, byName: isByName ? (value as Readonly<Record<string, string>>) : undefined };
}

/** `when`: patterns by parameter, or by pointer into the body. */
function faultsOfGuard(place: Located, { parameters, body }: RelationSurroundings): readonly RelationFault[] {
  if (place.value === undefined) return [];
  if (!isObject(place.value))
    return [{ message: '`when` is an object: parameter or JSON pointer, pattern', at: place }];
  return entriesOf(place).flatMap(([name, at]) => {
    if (typeof at.value !== 'string' || readPattern(at.value) === undefined)
      return [{ message: `"${name}" needs a pattern (a regular expression)`, at }];
    if (!name.startsWith('/'))
      return parameters.includes(name)
        ? []
        : [{ message: `the operation has no parameter "${name}".${didYouMean(name, parameters)}`, at }];
    const found = followPointer(body ?? [], name);
    return 'fault' in found ? [{ message: found.fault, at }] : [];
  });
}
