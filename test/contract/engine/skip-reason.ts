import type { ContractCheck } from './contract-check.ts';
import { needsKey } from './derive-checks.ts';
import { keyVariable } from './hide-secrets.ts';

/** Why a check is not made. */
export interface SkipReason {
  readonly because: string;
  /** Whether a caller may let the verdict stand without it. */
  readonly isExcusable: boolean;
}

const safeMethods = new Set(['get', 'head', 'options', 'trace']);

/** Why a check is not even tried, as far as is known before anything was sent. */
export function reasonToSkip(
  { operation, kind }: ContractCheck,
  { includeUnsafe, hasKey }: { readonly includeUnsafe: boolean; readonly hasKey: boolean },
): SkipReason | undefined {
  if (!hasKey && needsKey(operation) && kind !== 'missing key' && kind !== 'unknown key') {
    return {
      because: `it needs a key: put one into the environment variable ${keyVariable}`,
      isExcusable: false,
    };
  }
  if (includeUnsafe || safeMethods.has(operation.method)) return undefined;
  const method = operation.method.toUpperCase();
  return {
    because: `${method} changes data of a target that is not on this machine; ask for it with --unsafe`,
    isExcusable: true,
  };
}

/** After a valid request was refused, a refused invalid one says nothing about its rule; keys are looked at before. */
export const provesNothing =
  'the documented request itself got no 2xx reply, so a refusal would prove nothing';
