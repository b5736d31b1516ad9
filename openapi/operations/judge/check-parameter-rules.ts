import type { JsonValue, Operation, Parameter, ParameterRule } from '../../model/api-model.ts';
import { type Amount, exactAmount, isAmount } from '../../model/decimal.ts';
import { parameterNamed } from '../requests/parameter-named.ts';
import type { ParsedParameters } from '../wire/parse-parameters.ts';
import { showValue } from './describe-schema.ts';
import type { RequestProblem } from './request-problem.ts';

/** What breaks `x-kit-parameter-rules`. A rule between parameters of which one is faulty itself is not looked at. */
export function checkParameterRules(
  operation: Operation,
  { values, sent }: ParsedParameters,
  faulty: ReadonlySet<Parameter>,
): readonly RequestProblem[] {
  const find = (name: string) => parameterNamed(operation, name);
  const given = ({ in: place, name }: Parameter) =>
    Object.hasOwn(values[place], name) ? values[place][name] : undefined;

  const check = (rule: ParameterRule): RequestProblem | undefined => {
    if (rule.rule === 'ordered') {
      const [low, high] = rule.parameters.map(find);
      if (low === undefined || high === undefined || faulty.has(low) || faulty.has(high)) return undefined;
      const [least, most] = [given(low), given(high)];
      if (least === undefined || most === undefined || !isAbove(least, most)) return undefined;
      const message = `${low.name} (${showValue(least)}) must not be above ${high.name} (${showValue(most)}).`;
      const allowed = `at most ${showValue(most)}, the value of ${high.name}`;
      return { where: low.in, name: low.name, code: 'wrong-order', message, value: least, allowed };
    }
    const [parameter, needed] = [find(rule.parameter), find(rule.needs)];
    if (parameter === undefined || needed === undefined || !sent.has(parameter) || sent.has(needed))
      return undefined;
    const value = given(parameter);
    const message = `${parameter.name} needs ${needed.name}: send both, or neither.`;
    const problem = { where: parameter.in, name: parameter.name, code: 'needs-another', message } as const;
    return value === undefined ? problem : { ...problem, value };
  };
  return operation.parameterRules.flatMap((rule) => check(rule) ?? []);
}

function isAbove(first: JsonValue, second: JsonValue): boolean {
  const [one, other] = [amountOf(first), amountOf(second)];
  if (one !== undefined && other !== undefined) return one > other;
  return typeof first === 'string' && typeof second === 'string' && first > second;
}

/** A number, also one with a word behind it (`12 km`, `9!strict`); undefined for dates, times and other texts. */
function amountOf(value: JsonValue): Amount | undefined {
  if (isAmount(value)) return value;
  const number = typeof value === 'string' ? /^[-+]?\d+(\.\d+)?(?![\d.:T-])/.exec(value)?.[0] : undefined;
  return number === undefined ? undefined : exactAmount(number);
}
