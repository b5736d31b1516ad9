import type { Operation } from '../api-model.ts';
import { nearestName } from '../nearest-name.ts';
import { findPeriod, periods, secondsOfPeriod } from '../periods.ts';
import type { PlanLimits, QuotaLimit, RateLimit, UsagePlan } from '../usage-plans.ts';
import { valueText } from '../value-text.ts';
import type { DocumentReader } from './document-reader.ts';
import { childOf, entriesOf, itemsOf, type Located, textOf } from './located.ts';

/** The metric that counts calls; others (bytes, items, …) are kept in the file but limit nothing here. */
const callsMetric = 'requests';

/** One entry of `quotas` or `rates`: the limit on calls of one path and method. */
interface LimitEntry {
  readonly path: string;
  readonly method: string;
  readonly limit: Located;
}

/** A plan's pool of calls, the additional limits of single operations, and the operations it closes. */
export function readLimits(
  plan: Located,
  base: Located,
  operations: readonly Operation[],
  reader: DocumentReader,
): Pick<UsagePlan, 'limits' | 'operationLimits' | 'closedOperationIds'> {
  let limits: PlanLimits = { rate: undefined, quota: undefined };
  const operationLimits = new Map<string, PlanLimits>();
  const closedOperationIds = new Set<string>();
  for (const kind of ['rates', 'quotas'] as const) {
    for (const entry of entriesWithBase(childOf(plan, kind), childOf(base, kind), reader)) {
      const limit =
        kind === 'rates'
          ? { rate: readRate(entry.limit, reader) }
          : { quota: readQuota(entry.limit, reader) };
      if (entry.path === 'default') {
        limits = { ...limits, ...limit };
        continue;
      }
      const isClosed = childOf(entry.limit, 'max').value === 0;
      for (const id of operationsOf(entry, operations, reader)) {
        if (isClosed) closedOperationIds.add(id);
        else
          operationLimits.set(id, {
            rate: undefined,
            quota: undefined,
            ...operationLimits.get(id),
            ...limit,
          });
      }
    }
  }
  for (const place of [base, plan])
    for (const id of itemsOf(childOf(place, 'x-kit-closed')))
      if (isOperation(id, operations, reader)) closedOperationIds.add(valueText(id.value));
  return { limits, operationLimits, closedOperationIds };
}

function isOperation(id: Located, operations: readonly Operation[], reader: DocumentReader): boolean {
  const ids = operations.map(({ operationId }) => operationId);
  if (ids.includes(valueText(id.value))) return true;
  const nearest = nearestName(valueText(id.value), ids);
  reader.fault(
    `there is no operation "${id.value}"${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`,
    id,
  );
  return false;
}

function entriesWithBase(own: Located, base: Located, reader: DocumentReader): readonly LimitEntry[] {
  const entries = new Map<string, LimitEntry>();
  for (const place of [base, own])
    for (const entry of limitEntries(place, reader)) entries.set(`${entry.method} ${entry.path}`, entry);
  return [...entries.values()];
}

function limitEntries(place: Located, reader: DocumentReader): readonly LimitEntry[] {
  return entriesOf(place).flatMap(([path, methods]) =>
    entriesOf(methods).flatMap(([method, metrics]) =>
      entriesOf(metrics).flatMap(([metric, list]) => {
        const [limit, ...more] = itemsOf(list);
        if (metric !== callsMetric) reader.fault(`only the metric \`${callsMetric}\` can be counted`, list);
        else if (limit === undefined) reader.fault('a limit is a list of {max, period}', list);
        else if (more.length > 0)
          reader.fault('one limit for each path and method; the others are left out', list);
        else if (typeof childOf(limit, 'max').value !== 'number')
          reader.fault('a limit needs a number `max`', limit);
        else return [{ path, method: method.toLowerCase(), limit }];
        return [];
      }),
    ),
  );
}

function operationsOf(
  { path, method, limit }: LimitEntry,
  operations: readonly Operation[],
  reader: DocumentReader,
): readonly string[] {
  const found = operations.filter(
    (operation) => operation.path === path && (method === 'all' || operation.method === method),
  );
  if (found.length === 0)
    reader.fault(`the document has no operation ${method.toUpperCase()} ${path}`, limit);
  return found.map(({ operationId }) => operationId);
}

/** Our reading of a rate: a token bucket that holds `x-kit-burst` calls and gets `max` back in each period. */
function readRate(place: Located, reader: DocumentReader): RateLimit {
  const max = Number(childOf(place, 'max').value);
  const burst = childOf(place, 'x-kit-burst').value;
  const period = findPeriod(textOf(place, 'period') ?? '');
  if (period === undefined) reader.fault(`a rate needs a \`period\`: ${periods.join(', ')}`, place);
  return {
    max,
    periodSeconds: secondsOfPeriod[period ?? 'second'],
    burst: typeof burst === 'number' ? burst : max,
    shown: textOf(place, 'x-kit-shown'),
  };
}

/** A quota without a period is permanent (Limit Object, `period`). */
function readQuota(place: Located, reader: DocumentReader): QuotaLimit {
  const written = childOf(place, 'period').value;
  const period = typeof written === 'string' ? findPeriod(written) : undefined;
  if (written !== undefined && period === undefined)
    reader.fault(`"${valueText(written)}" is no period: ${periods.join(', ')}`, place);
  return {
    max: Number(childOf(place, 'max').value),
    period: period ?? 'forever',
    shown: textOf(place, 'x-kit-shown'),
  };
}
