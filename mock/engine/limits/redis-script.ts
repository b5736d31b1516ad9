import type { CalendarPeriod } from './calendar-period.ts';
import { type CountedPeriod, mostLeftPeriods, type PoolCounts, usedAtFirst } from './pool-counts.ts';
import { type BucketMeasures, measuresOf, overtakenMs } from './token-bucket.ts';
import type { LimitPool } from './usage-state.ts';

/** A quota in the period that `now` lies in, which a place in the calendar says once and for all. */
interface ScriptQuota {
  readonly max: number;
  /** `month`. */
  readonly period: string;
  readonly startMs: number;
  readonly usedAtFirst: number;
  /** What counts as used from now on. */
  readonly used?: number | undefined;
}

/** One call of the script, its only argument, as JSON. */
interface ScriptCall {
  readonly now: number;
  /** Whether a call is taken, if all pools have one. */
  readonly takes: boolean;
  /** Whether it is said again, since no reply came: what was taken then is not taken twice. */
  readonly isAgain: boolean;
  readonly keepMs: number;
  readonly keepCallMs: number;
  readonly mostLeftPeriods: number;
  readonly overtakenMs: number;
  readonly pools: readonly {
    readonly name: string;
    readonly rate: BucketMeasures | undefined;
    readonly quota: ScriptQuota | undefined;
  }[];
}

/**
 * Takes one call from all pools of a key or from none, as the memory state does: what it counts is that state's, a hash
 * of a key with a field for each pool. `KEYS` are the key's hash and the mark of this call. The reply has 1 where the call
 * was taken, then for each pool the parts of its bucket and what is used of its quota, written to the digit.
 */
export const countScript = `
local call = cjson.decode(ARGV[1])

local function refill(bucket, rate)
  local elapsedMs = call.now - bucket.countedAt
  bucket.parts = math.min(rate.capacity, bucket.parts + math.max(0, elapsedMs) * rate.partsPerMs)
  if elapsedMs > 0 or elapsedMs < -call.overtakenMs then bucket.countedAt = call.now end
end

-- The period of the last call is the last of the list.
local function enter(periods, quota)
  local function isCurrent(one) return one.period == quota.period and one.startMs == quota.startMs end
  local last = periods[#periods]
  if last and isCurrent(last) then return end
  while #periods > call.mostLeftPeriods do table.remove(periods, 1) end
  local used = quota.usedAtFirst
  for _, one in ipairs(periods) do
    if one.period == quota.period then used = 0 end
  end
  local entered = { period = quota.period, startMs = quota.startMs, used = used }
  for place, one in ipairs(periods) do
    if isCurrent(one) then entered = table.remove(periods, place) break end
  end
  table.insert(periods, entered)
end

local usages = {}
local passes = call.takes
for place, pool in ipairs(call.pools) do
  local stored = redis.call('HGET', KEYS[1], pool.name)
  local usage = stored and cmsgpack.unpack(stored) or { periods = {} }
  usages[place] = usage
  if pool.rate then
    usage.bucket = usage.bucket or { parts = pool.rate.capacity, countedAt = call.now }
    refill(usage.bucket, pool.rate)
    passes = passes and usage.bucket.parts >= pool.rate.partsPerToken
  end
  if pool.quota then
    enter(usage.periods, pool.quota)
    local current = usage.periods[#usage.periods]
    current.used = pool.quota.used or current.used
    passes = passes and current.used < pool.quota.max
  end
end

local wasTaken = call.isAgain and redis.call('EXISTS', KEYS[2]) == 1
local reply = { (passes or wasTaken) and 1 or 0 }
for place, pool in ipairs(call.pools) do
  local usage = usages[place]
  local current = usage.periods[#usage.periods]
  if passes and not wasTaken then
    if pool.rate then usage.bucket.parts = usage.bucket.parts - pool.rate.partsPerToken end
    if current then current.used = current.used + 1 end
  end
  redis.call('HSET', KEYS[1], pool.name, cmsgpack.pack(usage))
  table.insert(reply, string.format('%.17g', usage.bucket and usage.bucket.parts or 0))
  table.insert(reply, string.format('%.17g', current and current.used or 0))
end
if passes and not wasTaken then redis.call('SET', KEYS[2], '', 'PX', call.keepCallMs) end
if redis.call('PTTL', KEYS[1]) < call.keepMs then redis.call('PEXPIRE', KEYS[1], call.keepMs) end
return reply
`;

/** A call of the script as it is said first. */
export type FirstCall = Omit<ScriptCall, 'isAgain'>;

const dayMs = 86_400_000;
/** Clocks of mocks stand still and go back, and Redis has its own: counts stay so long after they are of no use any more. */
const keptForMs = 31 * dayMs;
/** A quota that never ends is kept so long after the last call. */
const foreverMs = 365 * dayMs;
/** Much longer than a call is said again. */
const keepCallMs = 60_000;

/** A pool, and the period that its quota is counted in. */
interface PlacedPool {
  readonly pool: LimitPool;
  readonly place: CalendarPeriod | undefined;
}

export interface ScriptVerb {
  readonly takes?: boolean;
  /** Leaves so many calls of each quota. */
  readonly leaves?: number;
}

/** The argument of the script for these pools at `now`, epoch milliseconds. */
export function scriptCall(
  pools: readonly PlacedPool[],
  now: number,
  { takes = false, leaves }: ScriptVerb,
): FirstCall {
  const lastsMs = (endMs: number) => (Number.isFinite(endMs) ? endMs - now : foreverMs);
  const longestMs = Math.max(
    0,
    ...pools.map(({ place }) => (place === undefined ? 0 : lastsMs(place.endMs))),
  );
  return {
    now: Math.floor(now),
    takes,
    keepMs: Math.ceil(longestMs + keptForMs),
    keepCallMs,
    mostLeftPeriods,
    overtakenMs,
    pools: pools.map(({ pool, place }) => {
      const { rate, quota } = pool.limits;
      return {
        name: pool.name,
        rate: rate && measuresOf(rate),
        quota: quota &&
          place && {
            max: quota.max,
            period: quota.period,
            startMs: place.startMs,
            usedAtFirst: usedAtFirst(pool, quota),
            used: leaves === undefined ? undefined : Math.max(0, quota.max - leaves),
          },
      };
    }),
  };
}

/** What the script's reply says of a pool. */
export function countsOf(
  { pool: { limits }, place }: PlacedPool,
  now: number,
  parts: number,
  used: number,
): PoolCounts {
  const quota: CountedPeriod | undefined = limits.quota &&
    place && { used, period: limits.quota.period, ...place };
  return { bucket: limits.rate && { parts, countedAt: Math.floor(now) }, quota };
}
