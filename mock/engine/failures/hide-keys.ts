import type { JsonValue } from '../../../openapi/model/api-model.ts';
import type { RequestProblem } from '../../../openapi/operations/judge/request-problem.ts';
import { type CarriedKeys, type KeyMask, maskKey } from '../mask-keys.ts';
import type { Failure } from './failure.ts';

/** A failure whose words give away no credential of the request that they are about. */
export function hideKeysIn(failure: Failure, carried: CarriedKeys, mask: KeyMask): Failure {
  const problems = failure.problems?.map((problem) => hideKeysInProblem(problem, carried, mask));
  return { ...failure, message: carried.hide(failure.message), problems };
}

/** The same for one problem of a request. */
export function hideKeysInProblem<Problem extends Pick<RequestProblem, 'name' | 'message' | 'value'>>(
  problem: Problem,
  carried: CarriedKeys,
  { names }: KeyMask,
): Problem {
  const hide = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return carried.hide(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(hide);
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => {
        const isSecret = typeof member === 'string' && names.isCredential(name);
        return [
          carried.hide(name),
          isSecret ? maskKey(member) : member === undefined ? member : hide(member),
        ];
      }),
    );
  };
  const { value } = problem;
  const isSecret = typeof value === 'string' && names.isCredential(problem.name);
  const said = value === undefined ? {} : { value: isSecret ? maskKey(value) : hide(value) };
  return { ...problem, name: carried.hide(problem.name), message: carried.hide(problem.message), ...said };
}
