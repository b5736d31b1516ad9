import type { ApiModel } from '../../openapi/model/api-model.ts';
import { type Accounts, type AccountsBasis, createAccounts } from './accounts.ts';
import { type CallCoverage, createCallCoverage } from './call-coverage.ts';
import type { MockClock } from './clock/mock-clock.ts';
import { createFaults, type Faults } from './faults.ts';
import type { Handler } from './handler.ts';
import { createJournal, type Journal } from './journal.ts';
import { createMemoryUsageState } from './limits/memory-usage-state.ts';
import type { UsageState } from './limits/usage-state.ts';

/** What a mock remembers. An engine for a document that has changed goes on with it. */
export interface MockState {
  readonly clock: MockClock;
  readonly accounts: Accounts;
  readonly usage: UsageState;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly coverage: CallCoverage;
  /** By operationId; they come before those that the engine was made with. */
  readonly usedHandlers: Map<string, Handler>;
}

const journalledExchanges = 1_000;

export interface MockStateOptions extends AccountsBasis {
  /** What is imitated at first. */
  readonly model: ApiModel;
  readonly clock: MockClock;
  /** From 0 to 1, for faults that meet a share of calls. */
  readonly random: () => number;
  /** Default: in memory. */
  readonly usage?: UsageState | undefined;
}

export function createMockState(options: MockStateOptions): MockState {
  return {
    clock: options.clock,
    accounts: createAccounts(options),
    usage: options.usage ?? createMemoryUsageState(),
    faults: createFaults(options.random),
    journal: createJournal(journalledExchanges),
    coverage: createCallCoverage(options.model),
    usedHandlers: new Map(),
  };
}

/** Everything as it was at the start, but for what is known of all calls: a suite that resets between tests has one coverage. */
export async function resetMockState(state: MockState): Promise<void> {
  await state.usage.reset();
  state.accounts.reset();
  state.faults.reset();
  state.usedHandlers.clear();
  state.journal.clear();
  state.clock.reset();
}
