import { describe, expect, test } from 'vitest';
import type { UsagePlan } from '../../../../openapi/model/usage-plans.ts';
import { type CallBudget, type CallBudgetOptions, createCallBudget } from '../../engine/call-budget.ts';
import { CannotGoOnError } from '../../engine/paced-sender.ts';
import type { SendOutcome } from '../../engine/send-request.ts';

// Of a plan nothing is looked at here but its name and its quota.
const small = {
  displayName: 'Small',
  limits: { quota: { max: 100, period: 'day' } },
} as unknown as UsagePlan;

function budgetOf(over: Partial<CallBudgetOptions>) {
  const asked = { mock: 0, costs: 0 };
  const budget = createCallBudget({
    countedCalls: 10,
    maxCalls: undefined,
    plan: undefined,
    isStartedMock: false,
    recogniseMock: async () => {
      asked.mock += 1;
      return false;
    },
    now: () => 0,
    onCost: () => {
      asked.costs += 1;
    },
    ...over,
  });
  return { budget, asked };
}

function allows(budget: CallBudget): Promise<boolean> {
  return budget.allow().then(
    () => true,
    (error: unknown) => !(error instanceof CannotGoOnError),
  );
}

function replyWith(remaining: number, limit?: number): SendOutcome {
  const headers = {
    'x-ratelimit-remaining': String(remaining),
    ...(limit === undefined ? {} : { 'x-ratelimit-limit': String(limit) }),
  };
  return {
    kind: 'reply',
    reply: { status: 200, headers, mediaType: undefined, text: '', body: undefined, jsonError: undefined },
  };
}

describe('before the first call', () => {
  test.each<{ rule: string; given: Partial<CallBudgetOptions>; isAllowed: boolean }>([
    {
      rule: 'four fifths of a quota may be spent',
      given: { plan: small, countedCalls: 80 },
      isAllowed: true,
    },
    { rule: 'a call more may not', given: { plan: small, countedCalls: 81 }, isAllowed: false },
    {
      rule: 'a part of them may',
      given: { plan: small, countedCalls: 500, maxCalls: 80 },
      isAllowed: true,
    },
    {
      rule: 'a part that is too large may not',
      given: { plan: small, countedCalls: 500, maxCalls: 81 },
      isAllowed: false,
    },
    { rule: 'an unknown plan is asked about later', given: { countedCalls: 1e6 }, isAllowed: true },
    {
      rule: "a mock's quota may be spent to its end",
      given: { plan: small, countedCalls: 100, isStartedMock: true },
      isAllowed: true,
    },
    {
      rule: 'and no further',
      given: { plan: small, countedCalls: 101, isStartedMock: true },
      isAllowed: false,
    },
    {
      rule: 'a mock that is recognised is one',
      given: { plan: small, countedCalls: 100, recogniseMock: async () => true },
      isAllowed: true,
    },
  ])('$rule', async ({ given, isAllowed }) => {
    const { budget } = budgetOf(given);
    expect(await allows(budget)).toBe(isAllowed);
  });

  test('a target is asked whether it is a mock only where the run would stop', async () => {
    const { budget, asked } = budgetOf({ plan: small, countedCalls: 80 });
    await budget.allow();
    expect(asked.mock).toBe(0);
  });

  test('it says what the run costs, what is left alone, and how to have less', async () => {
    const { budget } = budgetOf({ plan: small, countedCalls: 500 });
    await expect(budget.allow()).rejects.toMatchObject({
      message:
        'The check would make 500 calls with the key; the plan Small has 100 a day, and 20 of them are left alone.',
      advice:
        'Check fewer operations with --only, allow a part with --max-calls 80, or use a key of a larger plan.',
    });
  });
});

describe('after a call', () => {
  test.each<{ rule: string; replies: readonly SendOutcome[]; isAllowed: boolean }>([
    { rule: 'what is left is enough for the rest', replies: [replyWith(29, 100)], isAllowed: true },
    { rule: 'the rest would touch the reserve', replies: [replyWith(28, 100)], isAllowed: false },
    {
      rule: 'others took so much that the next would',
      replies: [replyWith(90, 100), replyWith(20, 100)],
      isAllowed: false,
    },
    { rule: 'others took something', replies: [replyWith(29, 100), replyWith(21, 100)], isAllowed: true },
    { rule: 'the whole is not said, and little is left', replies: [replyWith(10)], isAllowed: false },
    {
      rule: 'nothing is said',
      replies: [{ kind: 'no-reply', cause: 'closed', detail: '' }],
      isAllowed: true,
    },
  ])('$rule', async ({ replies, isAllowed }) => {
    const { budget } = budgetOf({ countedCalls: 10 });
    for (const reply of replies) budget.learn(reply);
    expect(await allows(budget)).toBe(isAllowed);
  });

  test('the first one brings to light what is left, and that is told once', () => {
    const { budget, asked } = budgetOf({ plan: small });
    budget.learn(replyWith(70, 100));
    budget.learn(replyWith(69, 100));
    expect(budget.cost).toEqual({
      countedCalls: 10,
      plan: 'Small',
      quota: { calls: 100, period: 'day' },
      left: { remaining: 70, limit: 100, resetsInSeconds: undefined },
      isOwnMock: false,
    });
    expect(asked.costs).toBe(1);
  });
});
