import type { Parameter, ParameterRule } from '../api-model.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, itemsOf, type Located, textOf } from './located.ts';

/** `x-kit-parameter-rules`: an extension of ours, because OpenAPI has no word for rules between parameters. */
export function readParameterRules(
  place: Located,
  parameters: readonly Parameter[],
  reader: DocumentReader,
): readonly ParameterRule[] {
  const names = new Set(parameters.map(({ name }) => name));
  if (place.value !== undefined && !Array.isArray(place.value))
    reader.fault('parameter rules are a list', place);
  return itemsOf(place).flatMap((item) => {
    const rule = readRule(item);
    if (rule === undefined) {
      reader.fault(
        'a parameter rule is {rule: ordered, parameters: [a, b]} or {rule: requires, parameter: a, needs: b}',
        item,
      );
      return [];
    }
    const unknown = namesIn(rule).filter((name) => !names.has(name));
    for (const name of unknown)
      reader.fault(`the rule names "${name}", which the operation does not have`, item);
    return unknown.length === 0 ? [rule] : [];
  });
}

function readRule(item: Located): ParameterRule | undefined {
  const kind = textOf(item, 'rule');
  if (kind === 'ordered') {
    const [first, second, ...more] = itemsOf(childOf(item, 'parameters')).map(({ value }) => value);
    if (typeof first !== 'string' || typeof second !== 'string' || more.length > 0) return undefined;
    return { rule: 'ordered', parameters: [first, second] };
  }
  const parameter = textOf(item, 'parameter');
  const needs = textOf(item, 'needs');
  if (kind !== 'requires' || parameter === undefined || needs === undefined) return undefined;
  return { rule: 'requires', parameter, needs };
}

function namesIn(rule: ParameterRule): readonly string[] {
  return rule.rule === 'ordered' ? rule.parameters : [rule.parameter, rule.needs];
}
