import type { ApiModel, Operation } from '../../model/api-model.ts';
import { type ApiCall, findOperation, type JudgeOptions } from '../judge/judge.ts';
import { createCallCounts, mostUndocumented } from './call-counts.ts';
import type { CoverageReport } from './coverage-report.ts';
import { createOperationTally, type OperationTally } from './operation-tally.ts';
import { shareOf } from './share.ts';

/** Counts what of a document calls use: a client's, a suite's, a recording's. */
export interface Coverage {
  /** Status 0: no reply came. `times`: so many calls were like this one; default 1. */
  see(call: ApiCall, times?: number): void;
  report(): CoverageReport;
}

/** Coverage of a document, with nothing seen yet. Calls are not kept, only counts. */
export function createCoverage(model: ApiModel, options: JudgeOptions = {}): Coverage {
  const tallies = new Map<Operation, OperationTally>();
  const unknown = createCallCounts<string>(mostUndocumented);
  const tallyOf = (operation: Operation): OperationTally => {
    const tally = tallies.get(operation) ?? createOperationTally(operation, model);
    tallies.set(operation, tally);
    return tally;
  };
  return {
    see(call, times = 1) {
      const known = findOperation(call, model, options);
      if ('operation' in known) tallyOf(known.operation).see(known, times);
      // Every path may be asked what it allows (RFC 9110, section 9.3.7): browsers do so before their own requests.
      else if (call.request.method !== 'OPTIONS')
        unknown.add(`${call.request.method} ${pathOf(call)}`, times);
    },
    report() {
      const operations = model.operations.map((operation) => tallyOf(operation).report());
      const parameters = operations.flatMap((operation) => operation.parameters);
      return {
        totals: {
          operations: shareOf(operations),
          parameters: shareOf(parameters),
          enumValues: shareOf(parameters.flatMap(({ values }) => values)),
          statuses: shareOf(operations.flatMap(({ statuses }) => statuses)),
          properties: shareOf(operations.flatMap(({ properties }) => properties)),
        },
        operations,
        unknown: unknown.all.map(([line, calls]) => {
          const [method = '', path = ''] = line.split(/ (.*)/s, 2);
          return { method, path, calls };
        }),
      };
    },
  };
}

function pathOf({ request: { url } }: ApiCall): string {
  return url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '') || '/';
}
