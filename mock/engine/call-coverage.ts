import type { ApiModel } from '../../openapi/model/api-model.ts';
import type { CoverageReport } from '../../openapi/operations/coverage/coverage-report.ts';
import { createCoverage } from '../../openapi/operations/coverage/create-coverage.ts';
import type { ApiCall } from '../../openapi/operations/judge/judge.ts';

/**
 * What of the document calls have used since the mock has started: the journal's end and a `reset` between two tests change
 * nothing of it. A changed document is counted anew.
 */
export interface CallCoverage {
  /** Counts calls of this document from now on, and no others; goes on where it was this one before. */
  countFor(model: ApiModel): void;
  /** Leaves out a call of another document: it came before that was changed. */
  add(call: ApiCall, model: ApiModel): void;
  report(): CoverageReport;
  clear(): void;
}

interface WaitingCall {
  readonly call: ApiCall;
  times: number;
}

/** So many different calls wait to be looked at. */
const mostWaiting = 200;

/**
 * To look at a call costs a quarter of answering it. A mock under load gets the same requests again and again: those with the
 * same status count as one call that was made so many times.
 */
export function createCallCoverage(first: ApiModel): CallCoverage {
  let counted = { model: first, coverage: createCoverage(first) };
  const waiting = new Map<string, WaitingCall>();

  function beginWith(model: ApiModel): void {
    waiting.clear();
    counted = { model, coverage: createCoverage(model) };
  }

  function lookAtWaiting(): void {
    for (const { call, times } of waiting.values()) counted.coverage.see(call, times);
    waiting.clear();
  }

  return {
    countFor(model) {
      if (model !== counted.model) beginWith(model);
    },
    add(call, model) {
      if (model !== counted.model) return;
      const key = sameness(call);
      const known = waiting.get(key);
      if (known !== undefined) {
        known.times += 1;
        return;
      }
      if (waiting.size >= mostWaiting) lookAtWaiting();
      waiting.set(key, { call, times: 1 });
    },
    report() {
      lookAtWaiting();
      return counted.coverage.report();
    },
    clear: () => beginWith(counted.model),
  };
}

/** Alike for calls that send the same and get the same status. */
function sameness({ request: { method, url, headers, body }, reply: { status } }: ApiCall): string {
  const sent = typeof body === 'string' ? body : Buffer.from(body ?? '').toString('latin1');
  return [method, url, status, ...Object.entries(headers), sent].join('\n');
}
