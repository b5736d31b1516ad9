import type { ApiModel, JsonValue, Operation, Parameter, ParameterRule } from '../../model/api-model.ts';
import { createRequestValidator, type RequestValidator } from '../judge/create-request-validator.ts';
import { showValue } from '../judge/describe-schema.ts';
import type { RequestProblem } from '../judge/request-problem.ts';
import { isWithinLimits } from '../values/generate-number.ts';
import { numberLimitsOf, shapeOf } from '../values/schema-shape.ts';
import { acceptedTypes } from '../wire/coerce-text.ts';
import { encodeParameters, encodeRequestBody, type RequestValues } from '../wire/encode-request.ts';
import { isJsonMediaType, mediaTypeMatches } from '../wire/media-types.ts';
import { joinCookies, joinPairs } from '../wire/query-pairs.ts';
import { brokenValues } from './broken-values.ts';
import { type DocumentedBody, documentedRequest, parameterValue } from './documented-request.ts';

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
}

/**
 * The documented request with each constraint of each parameter and body property broken once, each required one left out
 * and, where the document says that empty is absent, sent empty; each scalar sent twice; each rule between parameters broken. Every case is certain to be wrong: our own request
 * validator refuses it at the place it names.
 */
export function deriveCases(
  operation: Operation,
  model: Pick<ApiModel, 'emptyParameters'>,
): readonly RequestCase[] {
  const documented = documentedRequest(operation);
  const validator = createRequestValidator(operation, { emptyParameters: model.emptyParameters });
  const guesses = [
    ...operation.parameters.flatMap((parameter) => parameterCases(parameter, documented, model)),
    ...operation.parameterRules.flatMap((rule) => ruleCases(rule, documented)),
    ...bodyCases(operation, documented),
  ];
  const names = new Set<string>();
  return guesses.filter((guess) => {
    if (names.has(guess.name) || !isRefused(guess, validator)) return false;
    names.add(guess.name);
    return true;
  });
}

function caseOf(
  problemAt: RequestCase['want']['problemAt'],
  what: string,
  request: RequestValues,
): RequestCase {
  const place = problemAt.name === '' ? problemAt.where : `${problemAt.where} ${problemAt.name}`;
  return { name: `${place}: ${what}`, request, want: { statusClass: 4, problemAt } };
}

function isRefused({ request, want }: RequestCase, validator: RequestValidator): boolean {
  const { path, query, headers, cookies } = encodeParameters(request.parameters);
  const parameters = validator.parameters({
    pathValues: path,
    queryString: joinPairs(query),
    headers: { ...headers, cookie: joinCookies(cookies) },
  });
  const encoded = encodeRequestBody(request.body);
  const body = validator.body(
    encoded === undefined
      ? undefined
      : { contentType: encoded.contentType, bytes: Buffer.from(encoded.body) },
  );
  const { where, name } = want.problemAt;
  return [...parameters.problems, ...body.problems].some(
    (problem) => problem.where === where && problem.name === name,
  );
}

function parameterCases(
  parameter: Parameter,
  documented: RequestValues,
  { emptyParameters }: Pick<ApiModel, 'emptyParameters'>,
): readonly RequestCase[] {
  const { name, in: where, schema, isRequired } = parameter;
  const others = documented.parameters.filter((entry) => entry.parameter !== parameter);
  const send = (...values: readonly JsonValue[]): RequestValues => ({
    ...documented,
    parameters: [...others, ...values.map((value) => ({ parameter, value }))],
  });
  const valid =
    documented.parameters.find((entry) => entry.parameter === parameter)?.value ?? parameterValue(parameter);
  const cases: RequestCase[] = [];
  // Without a value in its path a request is another path's.
  if (isRequired && where !== 'path') cases.push(caseOf({ where, name }, 'missing', send()));
  const isMissingWhenEmpty = isRequired && where === 'query' && emptyParameters === 'absent';
  if (isMissingWhenEmpty) cases.push(caseOf({ where, name }, 'empty', send('')));
  for (const { what, pointer, value } of brokenValues([schema], valid)) {
    // Everything is text in a URL or header: 12345 only breaks what another case breaks by name.
    if (what === 'no text' && parameter.mediaType === undefined) continue;
    if (isMissingWhenEmpty && value === '') continue;
    if (where === 'path' && (value === '' || value === '.' || value === '..')) continue;
    const shown = pointer === '' ? ` (${showValue(value)})` : ` at ${pointer}`;
    cases.push(caseOf({ where, name }, `${what}${shown}`, send(value)));
  }
  const isScalar = !['array', 'object'].some((type) => acceptedTypes(schema).has(type as 'array' | 'object'));
  if (where === 'query' && isScalar) cases.push(caseOf({ where, name }, 'sent twice', send(valid, valid)));
  return cases;
}

function ruleCases(rule: ParameterRule, documented: RequestValues): readonly RequestCase[] {
  const find = (name: string) => documented.operation.parameters.find((parameter) => parameter.name === name);
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
function numbersFor({ schema }: Parameter): readonly number[] {
  const limits = numberLimitsOf(shapeOf([schema], (branches) => branches[0]));
  const { minimum, maximum } = limits;
  const candidates = [minimum, maximum, 0, 1, 2, 10, 0.5, minimum === undefined ? undefined : minimum + 1];
  return candidates
    .filter((value) => value !== undefined)
    .filter((value) => isWithinLimits(value, limits))
    .toSorted((first, second) => first - second);
}

function bodyCases({ requestBody }: Operation, documented: RequestValues): readonly RequestCase[] {
  const { body } = documented;
  if (requestBody === undefined || body === undefined || 'raw' in body) return [];
  const whole = { where: 'body', name: '' } as const;
  const cases: RequestCase[] = [];
  if (requestBody.isRequired) cases.push(caseOf(whole, 'missing', { ...documented, body: undefined }));
  if (isJsonMediaType(body.mediaType))
    cases.push(
      caseOf(whole, 'not JSON', { ...documented, body: { mediaType: body.mediaType, raw: '{"not": json' } }),
    );
  const other = ['text/plain', 'application/x-other'].find(
    (type) => !requestBody.contents.some(({ mediaType }) => mediaTypeMatches(mediaType, type)),
  );
  if (other !== undefined)
    cases.push(
      caseOf(whole, `of another media type (${other})`, {
        ...documented,
        body: { mediaType: other, raw: 'text' },
      }),
    );
  return [...cases, ...bodyValueCases(body, documented)];
}

function bodyValueCases(body: DocumentedBody, documented: RequestValues): readonly RequestCase[] {
  const { schema } = body.content;
  if (schema === undefined) return [];
  return brokenValues([schema], body.value).map(({ what, pointer, value }) =>
    caseOf({ where: 'body', name: pointer }, what, { ...documented, body: { ...body, value } }),
  );
}
