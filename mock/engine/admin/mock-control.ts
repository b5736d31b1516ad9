import type { CoverageReport } from '../../../openapi/operations/coverage/coverage-report.ts';
import { type Account, NotFoundError } from '../accounts.ts';
import { checkOperationId } from '../check-operation-id.ts';
import { aNumberBetween, checkOptions } from '../check-options.ts';
import type { Engine } from '../engine.ts';
import type { Fault, FaultOptions } from '../faults.ts';
import type { JournalEntry } from '../journal.ts';
import type { AccountState, KeyOptions } from '../key-options.ts';
import { filterRequests, type RequestFilter, waitForRequest } from './filter-requests.ts';
import { groupProblems, type RequestMistake, renderMistakes } from './group-problems.ts';
import { type KeyUsage, leaveCalls, usageOf } from './key-usage.ts';
import { playScenario, type Scenario, type ScenarioSummary } from './scenario.ts';

/** A key as it is shown. */
export interface KeyInfo {
  readonly key: string;
  /** Id of its plan. */
  readonly plan: string;
  readonly label: string;
  readonly state: AccountState | undefined;
}

/** Whether the mock is up, and what it imitates. */
export interface Health {
  readonly status: 'ok';
  readonly title: string;
  readonly version: string;
  readonly operations: number;
}

/**
 * All that can be done with a running mock. What HTTP can do, too, has the same name in admin.yaml. Throws a TypeError or a
 * RangeError for what can't be meant, a NotFoundError for what is not there.
 */
export interface MockControl {
  /** The keys that there are. */
  keys(): readonly KeyInfo[];
  /** Makes a key: a suite with its own shares a mock with others and never meets them. */
  createKey(options?: KeyOptions): Promise<KeyInfo>;
  /** Moves a key to another plan, revokes it, or changes its state or label. */
  changeKey(key: string, changes: Omit<KeyOptions, 'key'>): Promise<KeyInfo>;
  /** Deletes a key and its usage. */
  deleteKey(key: string): Promise<void>;
  /** How rate and quota of a key stand. */
  usage(key: string): Promise<KeyUsage>;
  /** How they stand for all keys. */
  usages(): Promise<readonly KeyUsage[]>;
  /** Leaves a key only so many calls of its quota in this period: 0 spends it. */
  setUsage(key: string, usage: { readonly remaining: number }): Promise<KeyUsage>;
  /** Plants a fault: `fail({ status: 503, times: 2 })`. */
  fail(options: FaultOptions): Fault;
  faults(): readonly Fault[];
  clearFault(id: string): void;
  clearFaults(): void;
  scenarios(): Promise<readonly ScenarioSummary[]>;
  /** Plays a named set of keys, clock and faults, on top of what is there. */
  play(scenario: string): Promise<void>;
  /** The last 1,000 exchanges, or those that fit, oldest first, keys masked. */
  requests(filter?: RequestFilter): readonly JournalEntry[];
  /** The first request that fits, at once where it is there already; rejects after `timeoutMs` (5,000). */
  waitForRequest(filter?: RequestFilter & { readonly timeoutMs?: number }): Promise<JournalEntry>;
  /** What is wrong with the requests, as `problems` and `ignored` of each have it: every mistake once, with how many make it. */
  problems(filter?: Pick<RequestFilter, 'key' | 'since'>): readonly RequestMistake[];
  /**
   * Throws an error that lists them; does nothing where there are none. To be called after each test: it sees what a mock
   * answers with 200 and a test does not, a misspelt parameter above all.
   */
  expectNoProblems(filter?: Pick<RequestFilter, 'key' | 'since'>): void;
  /**
   * What of the document all calls since the start have used: operations, parameters, values of enums, statuses, properties.
   * `reset` and `clearRequests` change nothing of it, so that a suite has one.
   */
  coverage(): CoverageReport;
  /** Begins to count anew. */
  clearCoverage(): void;
  /** Forgets the requests so far, or those with a key. */
  clearRequests(filter?: { readonly key?: string }): void;
  /** Whether it is up, and what it imitates. */
  health(): Health;
  /** Keys, usage, faults, used handlers, requests, clock and everything that was received: as at the start; not the coverage. */
  reset(): Promise<void>;
}

const defaultTimeoutMs = 5_000;
const longestTimeoutMs = 600_000;

function infoOf({ key, plan, label, state }: Account): KeyInfo {
  return { key, plan: plan.id, label, state };
}

export interface MockControlOptions {
  /** As it is now: it changes with the document. */
  readonly engine: () => Engine;
  readonly scenarios: () => Promise<Readonly<Record<string, Scenario>>>;
  readonly reset: () => Promise<void>;
}

export function createMockControl({ engine, scenarios, reset }: MockControlOptions): MockControl {
  const control: MockControl = {
    keys: () => engine().accounts.list().map(infoOf),
    createKey: async (options = {}) => infoOf(engine().accounts.create(options)),
    async changeKey(key, changes) {
      const { accounts, usage } = engine();
      const before = accounts.get(key).state?.callsLeft;
      const account = accounts.change(key, changes);
      // A quota that a state has spent is whole again without it, and the other way round.
      if (account.state?.callsLeft !== before) await usage.reset(key);
      return infoOf(account);
    },
    async deleteKey(key) {
      engine().accounts.delete(key);
      await engine().usage.reset(key);
    },
    usage: async (key) => usageOf(engine(), engine().accounts.get(key)),
    usages: () =>
      Promise.all(
        engine()
          .accounts.list()
          .map((account) => usageOf(engine(), account)),
      ),
    async setUsage(key, { remaining }) {
      const account = engine().accounts.get(key);
      await leaveCalls(engine(), account, remaining);
      return usageOf(engine(), account);
    },
    fail(options) {
      const { faults, model } = engine();
      if (options.operationId !== undefined) checkOperationId(options.operationId, model, 'fault');
      return faults.plant(options);
    },
    faults: () => engine().faults.list(),
    clearFault: (id) => engine().faults.clear(id),
    clearFaults: () => engine().faults.clearAll(),
    scenarios: async () =>
      Object.entries(await scenarios()).map(([name, { summary }]) => ({ name, summary })),
    async play(name) {
      const known = await scenarios();
      const scenario = Object.hasOwn(known, name) ? known[name] : undefined;
      if (scenario === undefined) {
        const names = Object.keys(known).join(', ');
        throw new NotFoundError(
          `There is no scenario "${name}". ${names === '' ? 'There is none.' : `There are ${names}.`}`,
        );
      }
      await playScenario(scenario, control, engine().clock);
    },
    requests: (filter = {}) => filterRequests(engine().journal, filter),
    waitForRequest({ timeoutMs = defaultTimeoutMs, ...filter } = {}) {
      checkOptions('waitForRequest', { timeoutMs }, { timeoutMs: aNumberBetween(0, longestTimeoutMs) });
      return waitForRequest(engine().journal, filter, timeoutMs);
    },
    problems: (filter = {}) => groupProblems(filterRequests(engine().journal, filter), engine().model),
    expectNoProblems(filter) {
      const mistakes = control.problems(filter);
      if (mistakes.length > 0)
        throw new Error(`Requests are not as the document says:\n${renderMistakes(mistakes)}`);
    },
    coverage() {
      const { journal, coverage } = engine();
      journal.countAll();
      return coverage.report();
    },
    clearCoverage() {
      engine().journal.countAll();
      engine().coverage.clear();
    },
    clearRequests: ({ key } = {}) => engine().journal.clear(key),
    health() {
      const { model, operations } = engine();
      const { title, version } = model.info;
      return { status: 'ok', title, version, operations: operations.size };
    },
    reset,
  };
  return control;
}
