import type { JsonValue, Operation, Parameter, ParameterLocation } from '../../model/api-model.ts';
import { tooDeep } from '../../model/read/nesting.ts';
import { acceptedTypes } from '../../model/schema/accepted-types.ts';
import { splitPath } from '../../model/split-path.ts';
import { describeSchema } from '../judge/describe-schema.ts';
import type { RequestProblem } from '../judge/request-problem.ts';
import { propertyNames, takesAnyName } from './coerce-text.ts';
import { isWrittenByClient } from './is-written-by-client.ts';
import { decodeQueryText, type RawPair, splitCookies, splitQuery } from './query-pairs.ts';
import {
  isMalformed,
  type Malformed,
  type ReadText,
  readDeepObject,
  readExplodedObject,
  readParameterText,
} from './read-parameter-text.ts';

/** The parameters of a request as it came in. */
export interface RawParameters {
  /** By parameter name, still percent-encoded. */
  readonly pathValues: Readonly<Record<string, string>>;
  /** Without the `?`, still percent-encoded. */
  readonly queryString: string;
  /** Names in any letter case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export interface ParseOptions {
  /** What an empty query parameter (`page=`) counts as: see `ApiModel.emptyParameters`. */
  readonly emptyParameters: 'absent' | 'value';
}

/** Values by location and by the names the document gives them. */
export type ParameterValues = Readonly<Record<ParameterLocation, Readonly<Record<string, JsonValue>>>>;

export interface ParsedParameters {
  /** Decoded, typed by their schemas, defaults filled in. */
  readonly values: ParameterValues;
  /** What can't be read, is missing or repeated; whether a value fits its schema is the validator's question. */
  readonly problems: readonly RequestProblem[];
  /** Query names that the operation does not have. */
  readonly unknownQueryNames: readonly string[];
  /** Parameters that were sent, in contrast to those that a default filled in. */
  readonly sent: ReadonlySet<Parameter>;
}

/** Reads the parameters of a request by their styles (OpenAPI Parameter Object, Style Values). Never throws. */
export function parseParameters(
  operation: Operation,
  raw: RawParameters,
  options: ParseOptions,
): ParsedParameters {
  const values = { path: new Map(), query: new Map(), header: new Map(), cookie: new Map() } satisfies Record<
    ParameterLocation,
    Map<string, JsonValue>
  >;
  const problems: RequestProblem[] = [];
  const sent = new Set<Parameter>();
  const source = readSource(raw);
  for (const { name, hasBadName } of source.query) {
    if (hasBadName)
      problems.push({ where: 'query', name, code: 'undecodable', message: `${name} ${undecodable}.` });
  }
  for (const parameter of operation.parameters) {
    const read = readParameter(parameter, source, operation, options);
    if (isMalformed(read)) {
      problems.push({ where: parameter.in, name: parameter.name, ...problemOf(parameter, read) });
    } else if (read !== undefined) {
      values[parameter.in].set(parameter.name, read.value);
      sent.add(parameter);
    } else if (parameter.isRequired && !isWrittenByClient(parameter)) {
      problems.push(missing(parameter));
    } else if (parameter.schema.default !== undefined) {
      values[parameter.in].set(parameter.name, parameter.schema.default);
    }
  }
  return {
    values: {
      path: Object.fromEntries(values.path),
      query: Object.fromEntries(values.query),
      header: Object.fromEntries(values.header),
      cookie: Object.fromEntries(values.cookie),
    },
    problems,
    unknownQueryNames: unknownNames(operation, source.query),
    sent,
  };
}

const undecodable = 'has percent-encoding that does not decode as UTF-8: write % itself as %25';

interface Source {
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly RawPair[];
  readonly cookies: readonly RawPair[];
  readonly headers: ReadonlyMap<string, string>;
}

function readSource({ pathValues, queryString, headers }: RawParameters): Source {
  const byName = new Map<string, string>();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) byName.set(name.toLowerCase(), value);
  return {
    path: pathValues,
    query: splitQuery(queryString),
    cookies: splitCookies(byName.get('cookie') ?? ''),
    headers: byName,
  };
}

function readParameter(
  parameter: Parameter,
  source: Source,
  operation: Operation,
  { emptyParameters }: ParseOptions,
): ReadText {
  if (parameter.in === 'path') {
    const text = Object.hasOwn(source.path, parameter.name) ? source.path[parameter.name] : undefined;
    return text === undefined ? undefined : readParameterText(parameter, text);
  }
  if (parameter.in === 'header') {
    const text = source.headers.get(parameter.name.toLowerCase());
    return text === undefined ? undefined : readParameterText(parameter, text);
  }
  const pairs = parameter.in === 'query' ? source.query : source.cookies;
  const countsAsAbsent =
    parameter.in === 'query' && emptyParameters === 'absent' && !parameter.allowsEmptyValue;
  const present = countsAsAbsent ? pairs.filter(({ value }) => value !== '') : pairs;
  if (parameter.style === 'deepObject' && parameter.mediaType === undefined)
    return readDeepObject(parameter.name, parameter.schema, present);
  if (isExplodedObject(parameter))
    return readExplodedObject(parameter, present, claimedNames(operation, parameter));
  const own = present.filter(({ name }) => name === parameter.name).map(({ value }) => value);
  const [first, ...more] = own;
  if (first === undefined) return undefined;
  if (acceptsList(parameter) && parameter.explode) return readParameterText(parameter, own);
  if (more.length > 0)
    return { malformed: 'repeated', value: own.map((text) => decodeQueryText(text) ?? text) };
  return readParameterText(parameter, first);
}

function acceptsList(parameter: Parameter): boolean {
  return parameter.mediaType === undefined && acceptedTypes(parameter.schema).has('array');
}

/** `style: form, explode: true` spreads an object over parameters of its properties' names. */
function isExplodedObject({ style, explode, mediaType, schema }: Parameter): boolean {
  if (!explode || style === 'deepObject' || mediaType !== undefined) return false;
  const types = acceptedTypes(schema);
  return types.has('object') && !types.has('string') && !types.has('array');
}

/** Names that belong to other parameters, so that a free-form object doesn't take them. */
function claimedNames({ parameters, security }: Operation, except: Parameter): ReadonlySet<string> {
  const others = parameters.filter((parameter) => parameter !== except && parameter.in === except.in);
  const keys = security.flat().flatMap(({ scheme }) => (scheme.in === except.in ? (scheme.name ?? []) : []));
  return new Set([...others.map(({ name }) => name), ...keys]);
}

function missing({ name, in: where, schema }: Parameter): RequestProblem {
  const allowed = describeSchema(schema.jsonSchema, schema.jsonSchema);
  return { where, name, code: 'missing', message: `${name} is required: it must be ${allowed}.`, allowed };
}

function problemOf(
  { name, schema, style }: Parameter,
  { malformed, value }: Malformed,
): Pick<RequestProblem, 'code' | 'message' | 'value' | 'allowed'> {
  const allowed = describeSchema(schema.jsonSchema, schema.jsonSchema);
  if (malformed === 'undecodable')
    return { code: malformed, message: `${name} ${undecodable}.`, value, allowed };
  if (malformed === 'too-deep')
    return { code: malformed, message: `${name} is refused: ${tooDeep}.`, allowed };
  if (malformed === 'unreadable-number')
    return {
      code: malformed,
      message: `${name} has a number that can't be read: it must be ${allowed}.`,
      value,
      allowed,
    };
  if (malformed === 'not-json')
    return {
      code: malformed,
      message: `${name} must be JSON, and is none: it must be ${allowed}.`,
      value,
      allowed,
    };
  const delimiter = { spaceDelimited: 'spaces', pipeDelimited: '|' }[style as string] ?? 'commas';
  const hint = acceptedTypes(schema).has('array') ? `, its items separated by ${delimiter}` : '';
  return {
    code: malformed,
    message: `${name} may be sent only once${hint}: it must be ${allowed}.`,
    value,
    allowed,
  };
}

function unknownNames(operation: Operation, query: readonly RawPair[]): readonly string[] {
  const parameters = operation.parameters.filter((parameter) => parameter.in === 'query');
  const isKnown = (name: string) =>
    parameters.some(
      (parameter) =>
        parameter.name === name ||
        (parameter.style === 'deepObject' && name.startsWith(`${parameter.name}[`)) ||
        (isExplodedObject(parameter) && takes(parameter, name)),
    ) ||
    operation.security.flat().some(({ scheme }) => scheme.in === 'query' && scheme.name === name) ||
    splitPath(operation.path).query.some((fixed) => fixed.name === name);
  return [
    ...new Set(query.filter(({ name, hasBadName }) => !hasBadName && !isKnown(name)).map(({ name }) => name)),
  ];
}

function takes({ schema }: Parameter, name: string): boolean {
  return propertyNames(schema).includes(name) || takesAnyName(schema);
}
