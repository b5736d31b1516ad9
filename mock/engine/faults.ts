import type { JsonValue } from '../../openapi/model/api-model.ts';
import { seededRandom } from '../../openapi/operations/values/seeded-random.ts';
import { NotFoundError } from './accounts.ts';
import {
  aFlag,
  aNumber,
  aNumberBetween,
  aText,
  aTextByName,
  checkOptions,
  type OptionCheck,
} from './check-options.ts';

/** What shall go wrong, with which calls, and how often. At least one of `delay` and what stands below it. */
export interface FaultOptions {
  /** Default: every operation. */
  readonly operationId?: string;
  /** Calls with this key. Default: all. */
  readonly key?: string;
  /** How many of the calls that fit, from 0 to 1. Default: all of them. */
  readonly share?: number;
  /** Makes `share` choose the same calls in every run. Default: the mock's own chance. */
  readonly seed?: number;
  /** Only the next so many calls. Default: until it is cleared. */
  readonly times?: number;
  /** Waits so long before all else, in milliseconds. */
  readonly delay?: number;
  /** Answers with this status: as the document describes it, unless `body` says it. */
  readonly status?: number;
  /** Name of the document's example for that status. */
  readonly example?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of what the document describes: a text goes out as it is, everything else as JSON. */
  readonly body?: JsonValue;
  /** `drop`: the connection ends before the reply; `cut`: within its body. */
  readonly connection?: 'drop' | 'cut';
  /** The body comes so slowly. */
  readonly bytesPerSecond?: number;
  /** The body is no JSON any more. */
  readonly malformed?: boolean;
}

/** A fault that is planted. */
export interface Fault extends FaultOptions {
  readonly id: string;
  /** How many calls it has met. */
  readonly met: number;
}

/** What goes wrong on purpose. */
export interface Faults {
  /** Throws a TypeError for what can't be meant. */
  plant(options: FaultOptions): Fault;
  list(): readonly Fault[];
  /** Throws a NotFoundError. */
  clear(id: string): void;
  clearAll(): void;
  /** Clears all, and counts from the beginning again. */
  reset(): void;
  /** The first planted fault that meets a call; it is counted there. */
  meet(operationId: string, keyOf: () => string | undefined): Fault | undefined;
}

const longestDelayMs = 3_600_000;
const aShare: OptionCheck = [
  (value) => typeof value === 'number' && value >= 0 && value <= 1,
  'a number from 0 to 1: 0.2 is one call in five',
];
const effects = ['delay', 'status', 'body', 'connection', 'bytesPerSecond', 'malformed'] as const;

/** Throws a TypeError that says what is wrong. */
function checkFaultOptions(options: FaultOptions): void {
  checkOptions<FaultOptions>('A fault', options, {
    operationId: aText,
    key: aText,
    share: aShare,
    seed: aNumber,
    times: aNumberBetween(1, Number.MAX_SAFE_INTEGER),
    delay: aNumberBetween(0, longestDelayMs),
    status: aNumberBetween(200, 599),
    example: aText,
    headers: aTextByName,
    body: [(value) => value !== undefined, 'a text or a JSON value'],
    connection: [(value) => value === 'drop' || value === 'cut', '"drop" or "cut"'],
    bytesPerSecond: aNumberBetween(1, Number.MAX_SAFE_INTEGER),
    malformed: aFlag,
  });
  if (effects.every((name) => options[name] === undefined))
    throw new TypeError(
      `A fault does nothing without one of ${effects.join(', ')}: {"status": 503, "times": 2}.`,
    );
}

interface Planted {
  readonly options: FaultOptions;
  readonly id: string;
  readonly random: () => number;
  met: number;
}

/** `random` gives numbers from 0 to below 1; `operationIds` are those that a fault can be for. */
export function createFaults(random: () => number): Faults {
  let planted: Planted[] = [];
  let count = 0;
  const faultOf = ({ options, id, met }: Planted): Fault => ({ ...options, id, met });

  return {
    plant(options) {
      checkFaultOptions(options);
      count += 1;
      const { seed } = options;
      const made: Planted = {
        options: structuredClone(options),
        id: `fault-${count}`,
        random: seed === undefined ? random : seededRandom(seed),
        met: 0,
      };
      planted.push(made);
      return faultOf(made);
    },
    list: () => planted.map(faultOf),
    clear(id) {
      const rest = planted.filter((one) => one.id !== id);
      if (rest.length === planted.length) throw new NotFoundError(`There is no fault "${id}", or no more.`);
      planted = rest;
    },
    clearAll() {
      planted = [];
    },
    reset() {
      planted = [];
      count = 0;
    },
    meet(operationId, keyOf) {
      if (planted.length === 0) return undefined;
      const key = keyOf();
      const found = planted.find(
        ({ options, random: chance }) =>
          (options.operationId ?? operationId) === operationId &&
          (options.key ?? key) === key &&
          (options.share === undefined || chance() < options.share),
      );
      if (found === undefined) return undefined;
      found.met += 1;
      if (found.met === found.options.times) planted = planted.filter((one) => one !== found);
      return faultOf(found);
    },
  };
}
