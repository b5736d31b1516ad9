import type { Operation, Parameter } from '../../model/api-model.ts';

/**
 * The parameter that a rule or a relation (`x-kit-parameter-rules`, `x-kit-relations`) names: one of the query, where several
 * places have this name, because that is what rules are about. A parameter is its name and its place (OpenAPI, Parameter Object).
 */
export function parameterNamed(
  { parameters }: Pick<Operation, 'parameters'>,
  name: string,
): Parameter | undefined {
  const named = parameters.filter((parameter) => parameter.name === name);
  return named.find((parameter) => parameter.in === 'query') ?? named[0];
}
