import { expect, test } from 'vitest';
import {
  CannotGoOnError,
  createPacedSender,
  type PacedSenderOptions,
  systemClock,
} from '../../engine/paced-sender.ts';

const request = { method: 'GET', url: 'http://h.example/', headers: {}, body: undefined };

/** A clock that only waiting moves, and a target that answers from a list. */
function setUp(replies: readonly Response[], { callsPerSecond, signal }: Partial<PacedSenderOptions> = {}) {
  const state = { now: 1_000_000, waits: [] as number[], sentAt: [] as number[] };
  let next = 0;
  const sender = createPacedSender({
    callsPerSecond,
    signal,
    maximumRetries: 2,
    maximumWaitMs: 10_000,
    timeoutMs: 1000,
    clock: {
      now: () => state.now,
      wait: async (milliseconds) => {
        state.waits.push(milliseconds);
        state.now += milliseconds;
      },
    },
    fetch: async () => {
      state.sentAt.push(state.now);
      const reply = replies[next];
      next += 1;
      return reply ?? new Response('{}');
    },
  });
  return { sender, state };
}

function refused(retryAfter?: string): Response {
  return new Response('', { status: 429, ...(retryAfter && { headers: { 'retry-after': retryAfter } }) });
}

test('sends no faster than the plan allows', async () => {
  const { sender, state } = setUp([], { callsPerSecond: 10 });
  for (let count = 0; count < 4; count += 1) await sender.send(request);
  expect(state.sentAt.map((at) => at - 1_000_000)).toEqual([0, 102, 204, 306]);
});

test('does not wait where no rate is given', async () => {
  const { sender, state } = setUp([]);
  await sender.send(request);
  await sender.send(request);
  expect(state.waits).toEqual([]);
});

test.each([
  { rule: 'as many seconds as Retry-After says', given: '3', want: 3000 },
  { rule: 'until the date that Retry-After says', given: new Date(1_005_000).toUTCString(), want: 5000 },
  { rule: 'one second without Retry-After', given: undefined, want: 1000 },
  { rule: 'one second with a Retry-After that nobody can read', given: 'soon', want: 1000 },
])('after a 429 it waits $rule and sends again', async ({ given, want }) => {
  const { sender, state } = setUp([refused(given)]);
  const outcome = await sender.send(request);
  expect(outcome).toMatchObject({ kind: 'reply', reply: { status: 200 } });
  expect(state.waits).toEqual([want]);
  expect(sender.calls).toBe(2);
});

test.each([
  { rule: 'a 429 comes a third time', given: [refused('1'), refused('1'), refused('1')], calls: 3 },
  { rule: 'Retry-After is longer than we wait', given: [refused('86400')], calls: 1 },
])('cannot go on when $rule', async ({ given, calls }) => {
  const { sender } = setUp(given);
  await expect(sender.send(request)).rejects.toThrow(CannotGoOnError);
  expect(sender.calls).toBe(calls);
});

test('an interruption ends a wait, and nothing is sent after it', async () => {
  const interruption = new AbortController();
  const { sender, state } = setUp([], { callsPerSecond: 1, signal: interruption.signal });
  await sender.send(request);
  interruption.abort();
  await expect(sender.send(request)).rejects.toThrow('interrupted');
  expect(state.sentAt).toHaveLength(1);
});

test("the system's clock comes back at once when it is interrupted", async () => {
  const interruption = new AbortController();
  const waited = systemClock.wait(1_000_000_000, interruption.signal);
  interruption.abort();
  expect(await waited).toBeUndefined();
});
