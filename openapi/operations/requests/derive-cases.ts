import type { ApiModel, JsonValue, Operation, Parameter, ParameterRule } from '../../model/api-model.ts';
import { type Amount, sumOf } from '../../model/decimal.ts';
import { acceptedTypes } from '../../model/schema/accepted-types.ts';
import { showValue } from '../judge/describe-schema.ts';
import type { RequestProblem } from '../judge/request-problem.ts';
import { isWithinLimits } from '../values/generate-number.ts';
import { numberLimitsOf, shapeOf } from '../values/schema-shape.ts';
import type { RequestValues } from '../wire/encode-request.ts';
import { isWrittenByClient } from '../wire/is-written-by-client.ts';
import { findContent, isJsonMediaType, isXmlMediaType } from '../wire/media-types.ts';
import { brokenValues } from './broken-values.ts';
import { documentedBody, documentedRequest, parameterValue } from './documented-request.ts';
import { parameterNamed } from './parameter-named.ts';
import { problemsOfValues } from './problems-of-values.ts';

/** A request that breaks one rule of the document, and what the answer must be. */
export interface RequestCase {
  /** `query max: above the maximum (21)`. */
  readonly name: string;
  readonly request: RequestValues;
  readonly want: {
    /** The first digit of the status. */
    readonly statusClass: 4;
    /** What the refusal is about: a parameter's name, or the JSON pointer into the body. */
    readonly problemAt: Pick<RequestProblem, 'where' | 'name'>;
  };
  /** Set where one parameter alone differs from the documented request: what it is sent with, none or several times. */
  readonly sent?: { readonly parameter: Parameter; readonly values: readonly JsonValue[] };
}

type CaseModel = Pick<ApiModel, 'emptyParameters'>;

/**
 * The documented request, its body short, with each constraint of each parameter and body property broken once, each required one left out
 * and, where the document says that empty is absent, sent empty; each scalar sent twice; each rule between parameters broken. Every case is certain to be wrong: our own request
 * validator refuses it at the place it names. One is made at a time: a wide body has thousands.
 */
export function* deriveCases(operation: Operation, model: CaseModel): Generator<RequestCase> {
  const names = new Set<string>();
  for (const guess of guessCases(operation, model)) {
    if (names.has(guess.name) || !isRefused(guess, model)) continue;
    names.add(guess.name);
    yield guess;
  }
}

/** At most how many cases an operation has; much cheaper than to derive them. */
export function countCases(operation: Operation, model: CaseModel): number {
  let count = 0;
  for (const _ of guessCases(operation, model)) count += 1;
  return count;
}

function* guessCases(operation: Operation, model: CaseModel): Generator<RequestCase> {
  // Nothing that a rule does not need: whole bodies of a wide schema are as many megabytes as it has rules.
  const documented = documentedRequest(operation, (content) => documentedBody(content, { size: 'short' }));
  for (const parameter of operation.parameters)
    if (!isWrittenByClient(parameter)) yield* parameterCases(parameter, documented, model);
  for (const rule of operation.parameterRules) yield* ruleCases(rule, documented);
  yield* bodyCases(operation, documented);
}

function caseOf(
  problemAt: RequestCase['want']['problemAt'],
  what: string,
  request: RequestValues,
): RequestCase {
  const place = problemAt.name === '' ? problemAt.where : `${problemAt.where} ${problemAt.name}`;
  return { name: `${place}: ${what}`, request, want: { statusClass: 4, problemAt } };
}

/** Whether our own judge finds something wrong there. */
function isRefused({ request, want: { problemAt } }: RequestCase, model: CaseModel): boolean {
  return problemsOfValues(request, model).some(
    ({ where, name }) => where === problemAt.where && name === problemAt.name,
  );
}

function* parameterCases(
  parameter: Parameter,
  documented: RequestValues,
  { emptyParameters }: CaseModel,
): Generator<RequestCase> {
  const { name, in: where, schema, isRequired } = parameter;
  const others = documented.parameters.filter((entry) => entry.parameter !== parameter);
  const sending = (what: string, ...values: readonly JsonValue[]): RequestCase => {
    const parameters = [...others, ...values.map((value) => ({ parameter, value }))];
    return { ...caseOf({ where, name }, what, { ...documented, parameters }), sent: { parameter, values } };
  };
  const valid =
    documented.parameters.find((entry) => entry.parameter === parameter)?.value ?? parameterValue(parameter);
  // Without a value in its path a request is another path's.
  if (isRequired && where !== 'path') yield sending('missing');
  const isMissingWhenEmpty = isRequired && where === 'query' && emptyParameters === 'absent';
  if (isMissingWhenEmpty) yield sending('empty', '');
  for (const { what, pointer, value } of brokenValues([schema], valid)) {
    // Everything is text in a URL or header: 12345 only breaks what another case breaks by name.
    if (what === 'no text' && parameter.mediaType === undefined) continue;
    if (isMissingWhenEmpty && value === '') continue;
    if (where === 'path' && (value === '' || value === '.' || value === '..')) continue;
    const shown = pointer === '' ? ` (${showValue(value)})` : ` at ${pointer}`;
    yield sending(`${what}${shown}`, value);
  }
  const types = acceptedTypes(schema);
  // What many a parser takes for the number 2.
  if (types.has('integer') || types.has('number')) yield sending('a number and letters (2abc)', '2abc');
  const isScalar = !['array', 'object'].some((type) => types.has(type as 'array' | 'object'));
  if (where === 'query' && isScalar) yield sending('sent twice', valid, valid);
}

function ruleCases(rule: ParameterRule, documented: RequestValues): readonly RequestCase[] {
  const find = (name: string) => parameterNamed(documented.operation, name);
  const withValues = (values: ReadonlyMap<Parameter, JsonValue>, without?: Parameter): RequestValues => ({
    ...documented,
    parameters: [
      ...documented.parameters.filter(({ parameter }) => !values.has(parameter) && parameter !== without),
      ...[...values].map(([parameter, value]) => ({ parameter, value })),
    ],
  });
  if (rule.rule === 'requires') {
    const [parameter, needed] = [find(rule.parameter), find(rule.needs)];
    if (parameter === undefined || needed === undefined) return [];
    const request = withValues(new Map([[parameter, parameterValue(parameter)]]), needed);
    return [caseOf({ where: parameter.in, name: parameter.name }, `without ${needed.name}`, request)];
  }
  const [low, high] = rule.parameters.map(find);
  if (low === undefined || high === undefined) return [];
  const [least, most] = [numbersFor(low), numbersFor(high)];
  const above = least.at(-1);
  const below = most[0];
  if (above === undefined || below === undefined || above <= below) return [];
  const request = withValues(
    new Map([
      [low, above],
      [high, below],
    ]),
  );
  return [caseOf({ where: low.in, name: low.name }, `above ${high.name} (${above} and ${below})`, request)];
}

/** Some values that a numeric parameter takes, in order. */
function numbersFor({ schema }: Parameter): readonly Amount[] {
  const limits = numberLimitsOf(shapeOf([schema], (branches) => branches[0]));
  const { minimum, maximum } = limits;
  const candidates = [
    minimum,
    maximum,
    0,
    1,
    2,
    10,
    0.5,
    minimum === undefined ? undefined : sumOf(minimum, 1),
  ];
  return candidates
    .filter((value) => value !== undefined)
    .filter((value) => isWithinLimits(value, limits))
    .toSorted((first, second) => (first < second ? -1 : 1));
}

function* bodyCases({ requestBody }: Operation, documented: RequestValues): Generator<RequestCase> {
  const { body } = documented;
  if (requestBody === undefined || body === undefined || 'raw' in body) return;
  const whole = { where: 'body', name: '' } as const;
  if (requestBody.isRequired) yield caseOf(whole, 'missing', { ...documented, body: undefined });
  if (isJsonMediaType(body.mediaType))
    yield caseOf(whole, 'not JSON', {
      ...documented,
      body: { mediaType: body.mediaType, raw: '{"not": json' },
    });
  if (isXmlMediaType(body.mediaType))
    yield caseOf(whole, 'not XML', { ...documented, body: { mediaType: body.mediaType, raw: '<not xml' } });
  const other = ['text/plain', 'application/x-other'].find(
    (type) => findContent(requestBody.contents, type) === undefined,
  );
  if (other !== undefined)
    yield caseOf(whole, `of another media type (${other})`, {
      ...documented,
      body: { mediaType: other, raw: 'text' },
    });
  const { schema } = body.content;
  if (schema === undefined) return;
  for (const { what, pointer, value } of brokenValues([schema], body.value))
    yield caseOf({ where: 'body', name: pointer }, what, { ...documented, body: { ...body, value } });
}
