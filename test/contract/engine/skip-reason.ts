import { type ContractCheck, needsKey } from './contract-check.ts';
import { keyVariable } from './hide-secrets.ts';

/** Why a check is not made. */
export interface SkipReason {
  readonly because: string;
  /** Whether a caller may let the verdict stand without it. */
  readonly isExcusable: boolean;
}

const safeMethods = new Set(['get', 'head', 'options', 'trace', 'query', 'propfind', 'report', 'search']);

/** Why a check is not even tried, as far as is known before anything was sent. */
export function reasonToSkip(
  { operation, stage }: Pick<ContractCheck, 'operation' | 'stage'>,
  { includeUnsafe, hasKey }: { readonly includeUnsafe: boolean; readonly hasKey: boolean },
): SkipReason | undefined {
  if (!hasKey && needsKey(operation) && stage !== 'free') {
    return {
      because: `it needs a key: put one into the environment variable ${keyVariable}`,
      isExcusable: false,
    };
  }
  if (includeUnsafe || safeMethods.has(operation.method)) return undefined;
  const method = operation.method.toUpperCase();
  return {
    because: `${method} changes data, and the target is no mock of this kit; ask for it with --unsafe`,
    isExcusable: true,
  };
}
