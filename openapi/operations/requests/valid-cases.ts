import type { ApiModel, JsonValue, Operation, Parameter } from '../../model/api-model.ts';
import { isAmount } from '../../model/decimal.ts';
import { isObject } from '../../model/is-object.ts';
import { jsonText } from '../../model/json-text.ts';
import { branchValues } from '../values/branch-values.ts';
import { isWide } from '../values/is-wide.ts';
import { propertyNames, propertySchema } from '../wire/coerce-text.ts';
import type { RequestValues } from '../wire/encode-request.ts';
import { isWrittenByClient } from '../wire/is-written-by-client.ts';
import { documentedRequest, parameterValue } from './documented-request.ts';
import { parameterNamed } from './parameter-named.ts';
import { problemsOfValues } from './problems-of-values.ts';
import { valueChoices } from './value-choices.ts';

/** A valid request that differs from the documented one. */
export interface ValidCase {
  /** `lang=fr, max=20`: what is not as in the documented request. */
  readonly name: string;
  readonly request: RequestValues;
}

/** So many requests have every value of what has choices, unless that has more (each-choice coverage, Ammann and Offutt). */
const mostRounds = 6;

type CaseModel = Pick<ApiModel, 'emptyParameters'>;

/**
 * Valid requests that together have every enum value, both ends of every range and every optional parameter: the first
 * has each one's first choice, the second each one's second, and so on. None where there is nothing to choose. Each is certain to be right:
 * what our own judge refuses in it is left out, with the whole request where it can't be. `isWhole`: values beyond the sixth of a parameter get requests of their own.
 */
export function* validCases(
  operation: Operation,
  model: CaseModel,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): Generator<ValidCase> {
  const documented = documentedRequest(operation);
  const choices = choosable(operation).map((parameter) => ({
    parameter,
    values: valueChoices(parameter.schema, parameterValue(parameter)),
  }));
  const bodies = bodyChoices(documented);
  const sizes = choices.map(({ values }) => values.length);
  const names = new Set<string>();
  const sent = new Set<string>();
  for (let round = 0; round < countRounds(bodies, sizes, isWhole); round += 1) {
    const parameters = choices.flatMap(({ parameter, values }) => {
      const value = values[round % values.length];
      return value === undefined ? [] : [{ parameter, value }];
    });
    const body = bodies[round % Math.max(1, bodies.length)] ?? documented.body;
    const request = withoutProblems(
      { ...documented, parameters: inOrder(operation, parameters), body },
      model,
    );
    if (request === undefined) continue;
    const said = describe(request, documented);
    const text = jsonText([request.parameters.map(({ value }) => value), bodyText(request.body)]);
    if (said === '' || sent.has(text)) continue;
    sent.add(text);
    // Long bodies begin alike.
    const name = names.has(said) ? `${said} (${names.size + 1})` : said;
    names.add(name);
    yield { name, request };
  }
}

/** How many requests that are; a few too many where some are none. */
export function countValidCases(operation: Operation, { isWhole = false } = {}): number {
  const sizes = choosable(operation).map(
    (parameter) => valueChoices(parameter.schema, parameterValue(parameter)).length,
  );
  return countRounds(bodyChoices(documentedRequest(operation)), sizes, isWhole);
}

/** Each branch of a body is tried, whatever else there is. */
function countRounds({ length, branches }: BodyChoices, sizes: readonly number[], isWhole: boolean): number {
  const longest = Math.max(length, ...sizes);
  return isWhole ? longest : Math.min(longest, mostRounds + branches);
}

function choosable({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter((parameter) => !isWrittenByClient(parameter));
}

type Sent = RequestValues['parameters'];

/** Where the first of two that are `ordered` came out above the second, they change places. */
function inOrder(operation: Operation, parameters: Sent): Sent {
  const values = new Map(parameters.map(({ parameter, value }) => [parameter, value]));
  for (const rule of operation.parameterRules) {
    if (rule.rule !== 'ordered') continue;
    const [low, high] = rule.parameters.map((name) => parameterNamed(operation, name));
    if (low === undefined || high === undefined) continue;
    const [least, most] = [values.get(low), values.get(high)];
    if (isAmount(least) && isAmount(most) && least > most) {
      values.set(low, most);
      values.set(high, least);
    }
  }
  return parameters.map(({ parameter, value }) => ({
    parameter,
    value: values.get(parameter) ?? value,
  }));
}

/** Without the optional parameters that our own judge refuses; undefined where it refuses something all the same. */
function withoutProblems(request: RequestValues, model: CaseModel): RequestValues | undefined {
  const problems = problemsOfValues(request, model);
  if (problems.length === 0) return request;
  const isRefused = ({ in: where, name, isRequired }: Parameter) =>
    !isRequired && problems.some((problem) => problem.where === where && problem.name === name);
  const parameters = request.parameters.filter(({ parameter }) => !isRefused(parameter));
  const rest = { ...request, parameters };
  return problemsOfValues(rest, model).length === 0 ? rest : undefined;
}

/** Bodies to try; the first so many are of one branch each. */
type BodyChoices = readonly NonNullable<RequestValues['body']>[] & { readonly branches: number };

/**
 * A body of each branch of its schema, the documented one with each choice of each of its properties, and with what is required
 * alone; none without a JSON object.
 */
function bodyChoices({ body }: RequestValues): BodyChoices {
  const none = Object.assign([], { branches: 0 });
  if (body === undefined || 'raw' in body || !isObject(body.value)) return none;
  const { value } = body;
  const { schema } = body.content;
  if (schema === undefined) return none;
  const branches = isWide(schema) ? [] : branchValues(schema, { skip: 'readOnly' });
  const choices = propertyNames(schema).flatMap((name) => {
    const property = propertySchema(schema, name);
    const usual = value[name];
    if (property === undefined || property.isReadOnly || usual === undefined) return [];
    return [{ name, values: valueChoices(property, usual) }];
  });
  const longest = Math.max(0, ...choices.map(({ values }) => values.length));
  const required = Object.fromEntries(Object.entries(value).filter(([name]) => schema.required.has(name)));
  const rounds = Array.from({ length: longest }, (_, round) =>
    Object.fromEntries(choices.map(({ name, values }) => [name, values[round % values.length]])),
  );
  const all = [...branches, ...rounds.map((changed) => ({ ...value, ...changed })), required];
  return Object.assign(
    all.map((one) => ({ ...body, value: one })),
    { branches: branches.length },
  );
}

function describe(request: RequestValues, documented: RequestValues): string {
  const usual = new Map(documented.parameters.map(({ parameter, value }) => [parameter, value]));
  const changed = request.parameters.filter(
    ({ parameter, value }) => jsonText(usual.get(parameter)) !== jsonText(value),
  );
  const body =
    bodyText(request.body) === bodyText(documented.body) ? [] : [`body ${short(bodyText(request.body))}`];
  return [...changed.map(({ parameter, value }) => `${parameter.name}=${short(text(value))}`), ...body].join(
    ', ',
  );
}

function bodyText(body: RequestValues['body']): string {
  return body === undefined || 'raw' in body ? '' : jsonText(body.value);
}

function text(value: JsonValue): string {
  return typeof value === 'string' ? value : jsonText(value);
}

function short(whole: string): string {
  return whole.length > 60 ? `${whole.slice(0, 60)}…` : whole;
}
