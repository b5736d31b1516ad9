import { setTimeout as wait } from 'node:timers/promises';

/** Waits on the machine's time, so that a test can wait on its own. Rejects with an AbortError when cut. */
export type Timer = (delayMs: number, cut: AbortSignal) => Promise<void>;

export const machineTimer: Timer = async (delayMs, cut) => {
  await wait(delayMs, undefined, { signal: cut });
};
