import type { JsonValue, ParameterLocation } from '../../../openapi/model/api-model.ts';
import { bracedNames } from '../../../openapi/operations/requests/path-tree.ts';
import { describeField } from './describe-fields.ts';
import type { DraftNotes } from './draft-notes.ts';
import type { DraftSchema } from './infer-schema.ts';
import { plainHeader, schemeOfHeader, schemeOfQuery } from './key-schemes.ts';
import type { FoundOperation } from './operation-index.ts';
import type { OperationParts } from './operation-parts.ts';
import type { SourcePlace } from './page-blocks.ts';
import { valueOfText } from './parameter-rows.ts';
import { readTarget } from './request-target.ts';
import type { SortedRows } from './sort-rows.ts';

interface DraftParameter {
  readonly name: string;
  readonly in: ParameterLocation;
  required: true | undefined;
  description: string | undefined;
  readonly schema: DraftSchema;
  example: JsonValue | undefined;
}

/** The parameters of an operation: those of its path, then what tables, lines and requests have; keys are security instead. */
export function draftParameters(
  found: FoundOperation,
  parts: OperationParts,
  rows: SortedRows['parameters'],
  notes: DraftNotes,
): readonly DraftParameter[] {
  const parameters = new Map<string, DraftParameter>();
  const at = (location: ParameterLocation, name: string, place: SourcePlace): DraftParameter => {
    const key = `${location} ${location === 'header' ? name.toLowerCase() : name}`;
    const required = location === 'path' || undefined;
    const known = parameters.get(key) ?? {
      name,
      in: location,
      required,
      description: undefined,
      schema: {},
      example: undefined,
    };
    parameters.set(key, notes.placeAt(known, place));
    return known;
  };
  for (const name of bracedNames(found.path))
    at('path', name, rows.find((row) => row.in === 'path' && row.name === name)?.row ?? found);
  for (const { in: location, name, row } of rows) {
    if (isNoParameter(location, name)) continue;
    const parameter = at(location, name, row);
    parameter.required ||= row.isRequired || undefined;
    parameter.description ??= row.description;
    describeField(parameter.schema, { ...row, description: undefined }, notes);
  }
  const give = (location: 'query' | 'header', name: string, text: string, place: SourcePlace) => {
    if (isNoParameter(location, name)) return;
    const parameter = at(location, name, place);
    const value = text === '' ? undefined : valueOfText(text, parameter.schema.type);
    if (value !== undefined && (parameter.schema.enum?.includes(value) ?? true)) parameter.example ??= value;
  };
  for (const { query } of found.targets)
    for (const { name, value } of query) give('query', name, value, found);
  for (const request of parts.requests) {
    for (const { name, value } of readTarget(request.url)?.query ?? []) give('query', name, value, request);
    for (const { name, value } of request.headers)
      give('header', name, /[<{[]/.test(value) ? '' : value, request);
  }
  const all = [...parameters.values()];
  const untyped = all.filter(({ schema }) => schema.type === undefined);
  for (const { schema } of untyped) schema.type = 'string';
  const names = untyped.filter((parameter) => parameter.in !== 'path').map(({ name }) => name);
  if (names.length > 0)
    notes.unclear(
      found,
      `Nothing says of which type ${names.join(', ')} ${names.length === 1 ? 'is' : 'are'}: a string in the draft.`,
    );
  return all;
}

function isNoParameter(location: string, name: string): boolean {
  if (location === 'query') return schemeOfQuery(name) !== undefined;
  if (location !== 'header') return false;
  return plainHeader.test(name) || !/^[\w-]+$/.test(name) || schemeOfHeader(name, '') !== undefined;
}
