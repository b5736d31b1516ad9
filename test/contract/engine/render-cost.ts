import { reserveOf } from './call-budget.ts';
import type { ContractCost, QuotaLeft } from './contract-report.ts';
import { count } from './render-checks.ts';

/** What a run takes from which quota, in one sentence; empty where it takes from none. */
export function renderCost({ countedCalls, plan, quota, left, isOwnMock }: ContractCost): string {
  if (countedCalls === 0 || isOwnMock) return '';
  const calls = `Price: ${count(countedCalls, 'call')} with the key, counted on`;
  const where =
    plan === undefined
      ? 'its plan, which --plan would name'
      : `the plan ${plan}${quota === undefined ? '' : `: ${quota.calls} a ${quota.period}, of which ${reserveOf(quota.calls)} are left alone`}`;
  return `${calls} ${where}.${left === undefined ? '' : ` ${renderLeft(left)}`}`;
}

/** What the first counted call said of the rest. */
export function renderLeft(left: QuotaLeft | undefined): string {
  if (left === undefined) return 'The target does not say how many calls are left.';
  const { remaining, limit, resetsInSeconds } = left;
  const of = limit === undefined ? '' : ` of ${limit}`;
  const reset = resetsInSeconds === undefined ? '' : `, full again in ${inWords(resetsInSeconds)}`;
  return `After its first call ${remaining}${of} were left${reset}.`;
}

function inWords(seconds: number): string {
  if (seconds < 120) return count(seconds, 'second');
  if (seconds < 2 * 3600) return count(Math.round(seconds / 60), 'minute');
  if (seconds < 2 * 86_400) return count(Math.round(seconds / 3600), 'hour');
  return count(Math.round(seconds / 86_400), 'day');
}
