import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { type CarriedKeys, type KeyMask, maskKey } from '../mask-keys.ts';
import type { Failure } from './failure.ts';

/** A failure whose words give away no credential of the request that they are about. */
export function hideKeysIn(failure: Failure, carried: CarriedKeys, { names }: KeyMask): Failure {
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
  const problems = failure.problems?.map(({ value, ...problem }) => {
    const isSecret = typeof value === 'string' && names.isCredential(problem.name);
    const said = value === undefined ? {} : { value: isSecret ? maskKey(value) : hide(value) };
    const [name, message] = [carried.hide(problem.name), carried.hide(problem.message)];
    return { ...problem, name, message, ...said };
  });
  return { ...failure, message: carried.hide(failure.message), problems };
}
