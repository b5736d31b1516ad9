import { setTimeout as wait } from 'node:timers/promises';

/** Waits on the machine's time, so that a test can wait on its own. Rejects with an AbortError when `signal` fires. */
export type Timer = (delayMs: number, signal: AbortSignal) => Promise<void>;

export const machineTimer: Timer = async (delayMs, signal) => {
  await wait(delayMs, undefined, { signal });
};
