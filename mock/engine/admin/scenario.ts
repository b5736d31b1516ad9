import { isObject } from '../../../openapi/model/is-object.ts';
import { aText, checkOptions } from '../check-options.ts';
import type { MockClock } from '../clock/mock-clock.ts';
import type { FaultOptions } from '../faults.ts';
import type { KeyOptions } from '../key-options.ts';
import type { MockControl } from './mock-control.ts';

/** A named situation: keys, clock and faults that belong together. */
export interface Scenario {
  /** One sentence on what an application meets. */
  readonly summary: string;
  /** Keys that are made, or changed where they are there already; `remaining`: calls that are left of the quota. */
  readonly keys?: readonly (KeyOptions & { readonly remaining?: number })[];
  readonly clock?: {
    /** Where the time goes, ISO 8601. */
    readonly now?: string;
    readonly isFrozen?: boolean;
  };
  readonly faults?: readonly FaultOptions[];
}

export interface ScenarioSummary {
  readonly name: string;
  readonly summary: string;
}

/** Throws a TypeError that names the scenario and says what is wrong; keys and faults are judged where they are played. */
export function checkScenarios(scenarios: Readonly<Record<string, Scenario>>): void {
  for (const [name, scenario] of Object.entries(scenarios)) {
    checkOptions<Scenario>(`The scenario ${name}`, scenario, {
      summary: aText,
      keys: [(value) => Array.isArray(value) && value.every(isObject), 'a list of keys'],
      clock: [isObject, 'an object like { now: "2026-12-01T00:00:00Z", isFrozen: true }'],
      faults: [(value) => Array.isArray(value) && value.every(isObject), 'a list of faults'],
    });
  }
}

/** Brings a scenario about. Throws what its keys, its time or its faults are refused with. */
export async function playScenario(
  scenario: Scenario,
  control: MockControl,
  clock: MockClock,
): Promise<void> {
  const { now, isFrozen } = scenario.clock ?? {};
  if (now !== undefined) clock.set(now);
  if (isFrozen === true) clock.freeze();
  if (isFrozen === false) clock.unfreeze();
  for (const { remaining, ...options } of scenario.keys ?? []) {
    const { key, ...changes } = options;
    const isThere = control.keys().some((info) => info.key === key);
    const made =
      key !== undefined && isThere ? await control.changeKey(key, changes) : await control.createKey(options);
    if (remaining !== undefined) await control.setUsage(made.key, { remaining });
  }
  for (const fault of scenario.faults ?? []) control.fail(fault);
}
