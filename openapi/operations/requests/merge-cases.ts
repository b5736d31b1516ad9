import type { ApiModel, Parameter } from '../../model/api-model.ts';
import type { RequestProblem } from '../judge/request-problem.ts';
import type { RequestValues } from '../wire/encode-request.ts';
import type { RequestCase } from './derive-cases.ts';
import { problemsOfValues } from './problems-of-values.ts';

/** A request with something wrong in several places. */
export interface MergedCase {
  /** The names of the cases that it holds. */
  readonly name: string;
  readonly request: RequestValues;
  readonly problemsAt: readonly Pick<RequestProblem, 'where' | 'name'>[];
}

/**
 * Puts cases of different parameters into one request each: as many requests as the parameter with the most cases has. `alone`: those
 * that break more than a parameter's value, or a path, which may lead elsewhere.
 */
export function mergeCases(
  cases: Iterable<RequestCase>,
  model: Pick<ApiModel, 'emptyParameters'>,
): { readonly merged: readonly MergedCase[]; readonly alone: readonly RequestCase[] } {
  const byParameter = new Map<Parameter, RequestCase[]>();
  const alone: RequestCase[] = [];
  for (const one of cases) {
    const { sent } = one;
    const isOfPath = one.want.problemAt.where === 'path';
    if (sent === undefined || isOfPath) alone.push(one);
    else if (sent.values.length < 2)
      byParameter.set(sent.parameter, [...(byParameter.get(sent.parameter) ?? []), one]);
  }
  const rounds = Math.max(0, ...[...byParameter.values()].map(({ length }) => length));
  const merged = Array.from({ length: rounds }, (_, round) =>
    [...byParameter.values()].flatMap((own) => own[round] ?? []),
  ).map((together) => mergedCase(together, model));
  return { merged, alone };
}

function mergedCase(cases: readonly RequestCase[], model: Pick<ApiModel, 'emptyParameters'>): MergedCase {
  const changes = new Map(
    cases.flatMap(({ sent }) => (sent === undefined ? [] : [[sent.parameter, sent.values] as const])),
  );
  const [first] = cases;
  if (first === undefined) throw new Error('there is nothing to merge'); // a round has at least the longest parameter's case
  const documented = first.request;
  const kept = cases
    .flatMap(({ request }) => request.parameters)
    .filter(({ parameter }) => !changes.has(parameter));
  const unchanged = [...new Map(kept.map((entry) => [entry.parameter, entry])).values()];
  const broken = [...changes].flatMap(([parameter, values]) => values.map((value) => ({ parameter, value })));
  const request = { ...documented, parameters: [...unchanged, ...broken] };
  const problems = problemsOfValues(request, model);
  const isFound = ({ where, name }: MergedCase['problemsAt'][number]) =>
    problems.some((problem) => problem.where === where && problem.name === name);
  const problemsAt = cases.map(({ want }) => want.problemAt).filter(isFound);
  return { name: cases.map(({ name }) => name).join('; '), request, problemsAt };
}
