import { setTimeout } from 'node:timers/promises';
import type { PrintableRequest } from '../../../openapi/operations/wire/curl.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { SendOptions, SendOutcome } from './send-request.ts';
import { sendRequest } from './send-request.ts';

/** Time as an argument: a test waits without waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Comes back early where the signal says so. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    setTimeout(milliseconds, undefined, signal && { signal }).catch((error: unknown) => {
      if (signal?.aborted !== true) throw error;
    }),
};

export interface PacedSenderOptions extends SendOptions {
  /** Of those that a plan counts; undefined: as fast as replies come. */
  readonly callsPerSecond: number | undefined;
  /** Of those that none counts. */
  readonly freeCallsPerSecond?: number | undefined;
  /** How often one request is repeated after a 429. */
  readonly maximumRetries: number;
  /** The longest Retry-After that is waited for. */
  readonly maximumWaitMs: number;
  readonly clock: Clock;
  readonly onWait?: (milliseconds: number, reason: string) => void;
}

/** The check as a whole cannot go on: not a fault of the target's contract. */
export class CannotGoOnError extends Error {
  readonly advice: string;
  constructor(reason: string, advice: string) {
    super(reason);
    this.name = 'CannotGoOnError';
    this.advice = advice;
  }
}

export interface PacedSender {
  /**
   * Sends, waits and repeats. Throws CannotGoOnError where the target's limits are spent for longer than we wait, and when
   * it is interrupted.
   */
  send(request: PrintableRequest, kind?: { readonly isFree?: boolean }): Promise<SendOutcome>;
  /** Sends at once, whatever comes: neither paced nor repeated. */
  sendNow(request: PrintableRequest): Promise<SendOutcome>;
  /** Requests that went out so far. */
  readonly calls: number;
}

/** Sends one request after the other, no faster than the key's plan allows, and does what a 429 asks for. */
export function createPacedSender(options: PacedSenderOptions): PacedSender {
  const { signal } = options;
  const gaps = {
    counted: gapFor(options.callsPerSecond),
    free: gapFor(options.freeCallsPerSecond ?? options.callsPerSecond),
  };
  let nextCallAt = Number.NEGATIVE_INFINITY;
  let calls = 0;

  async function keepPace(gapMs: number): Promise<void> {
    const now = options.clock.now();
    const startsAt = Math.max(now, nextCallAt);
    nextCallAt = startsAt + gapMs;
    if (startsAt > now) await options.clock.wait(startsAt - now, signal);
  }

  function refuseIfInterrupted(): void {
    if (signal?.aborted === true)
      throw new CannotGoOnError('It was interrupted.', 'Run it again for a verdict.');
  }

  return {
    get calls() {
      return calls;
    },
    sendNow(request) {
      refuseIfInterrupted();
      calls += 1;
      return sendRequest(request, options);
    },
    async send(request, { isFree = false } = {}) {
      for (let attempt = 0; ; attempt += 1) {
        await keepPace(isFree ? gaps.free : gaps.counted);
        refuseIfInterrupted();
        calls += 1;
        const outcome = await sendRequest(request, options);
        refuseIfInterrupted();
        if (outcome.kind === 'no-reply' || outcome.reply.status !== 429) return outcome;
        const waitMs = retryAfterMs(outcome.reply, attempt, options.clock.now());
        if (attempt >= options.maximumRetries || waitMs > options.maximumWaitMs) throw limitsSpent(waitMs);
        options.onWait?.(waitMs, 'the target answered 429');
        await options.clock.wait(waitMs, signal);
      }
    },
  };
}

/** The way to the target takes now more and now less time: without a little more, every other call would come too early. */
const jitter = 1.02;

function gapFor(callsPerSecond: number | undefined): number {
  return callsPerSecond === undefined ? 0 : (1000 / callsPerSecond) * jitter;
}

/** Retry-After in seconds or as a date (RFC 9110 section 10.2.3); without one 1, 2, 4, … seconds. */
function retryAfterMs(reply: ReceivedReply, attempt: number, now: number): number {
  const value = reply.headers['retry-after'];
  if (value === undefined) return 1000 * 2 ** attempt;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 1000 * 2 ** attempt : Math.max(0, date - now);
}

function limitsSpent(waitMs: number): CannotGoOnError {
  const seconds = Math.ceil(waitMs / 1000);
  return new CannotGoOnError(
    `The target keeps answering 429 Too Many Requests and asks for a wait of ${seconds} s.`,
    'Wait that long and run again, use a key of a larger plan, lower the rate, or check fewer operations.',
  );
}
