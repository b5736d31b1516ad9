import type { Account } from '../accounts.ts';
import type { LimitPool } from './usage-state.ts';

/** The pool that all operations with a key share. */
const sharedPoolName = 'default';

/** Every pool that a call of this account to this operation is taken from: the shared one, then the path's own. */
export function poolsOf(account: Account, operationId: string): readonly LimitPool[] {
  const { plan, state } = account;
  const shared: LimitPool = {
    name: sharedPoolName,
    limits: plan.limits,
    callsLeft: state?.callsLeft,
    isThrottled: state?.isThrottled,
  };
  const own = plan.operationLimits.get(operationId);
  return own === undefined ? [shared] : [shared, { name: ownPoolName(operationId), limits: own }];
}

/** Not that of the shared pool, or a call of an operation with its name would be taken from that twice. */
function ownPoolName(operationId: string): string {
  return operationId === sharedPoolName ? `the operation ${operationId}` : operationId;
}

/** Every pool of an account, for its usage. */
export function allPoolsOf(account: Account): readonly LimitPool[] {
  const own = [...account.plan.operationLimits].map(([id, limits]) => ({ name: ownPoolName(id), limits }));
  return [...poolsOf(account, ''), ...own];
}
