import { describe, expect, test } from 'vitest';
import type { UsagePlan } from '../../../../openapi/model/usage-plans.ts';
import { type CallBudgetOptions, createCallBudget } from '../../engine/call-budget.ts';
import { CannotGoOnError } from '../../engine/paced-sender.ts';
import type { SendOutcome } from '../../engine/send-request.ts';

// Of a plan nothing is looked at here but its name and its quota.
const small = {
  displayName: 'Small',
  limits: { quota: { max: 100, period: 'day' } },
} as unknown as UsagePlan;

function budgetOf(over: Partial<CallBudgetOptions>) {
  const asked = { costs: 0 };
  const budget = createCallBudget({
    countedCalls: 1_000,
    maxCalls: undefined,
    isWhole: false,
    plan: undefined,
    hasQuotas: false,
    isOwnMock: false,
    now: () => 0,
    onCost: () => {
      asked.costs += 1;
    },
    ...over,
  });
  return { budget, asked };
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

describe('before the first call there may be', () => {
  test.each<{ rule: string; given: Partial<CallBudgetOptions>; want: number }>([
    { rule: 'as many as one likes where nobody counts', given: {}, want: Number.POSITIVE_INFINITY },
    { rule: '60 where the plan has a quota', given: { plan: small }, want: 60 },
    { rule: "60 where some plan has one, and the key's is not known", given: { hasQuotas: true }, want: 60 },
    { rule: 'as many as are allowed', given: { plan: small, maxCalls: 70 }, want: 70 },
    { rule: 'no more than four fifths of the quota', given: { plan: small, maxCalls: 90 }, want: 80 },
    {
      rule: 'four fifths of the quota for who asks everything',
      given: { plan: small, isWhole: true },
      want: 80,
    },
    { rule: 'a whole quota of a mock of ours', given: { plan: small, isOwnMock: true }, want: 100 },
  ])('$rule', ({ given, want }) => {
    expect(budgetOf(given).budget.left).toBe(want);
  });
});

describe('who asks everything', () => {
  test.each<{ rule: string; given: Partial<CallBudgetOptions>; isRefused: boolean }>([
    { rule: 'gets it where the quota has it', given: { countedCalls: 80 }, isRefused: false },
    { rule: 'is refused where it does not', given: { countedCalls: 81 }, isRefused: true },
    {
      rule: 'of a mock of ours gets what there is',
      given: { countedCalls: 200, isOwnMock: true },
      isRefused: false,
    },
  ])('$rule', ({ given, isRefused }) => {
    const { budget } = budgetOf({ plan: small, isWhole: true, ...given });
    const refuse = () => budget.refuseIfTooDear();
    if (isRefused) expect(refuse).toThrow(CannotGoOnError);
    else expect(refuse).not.toThrow();
  });

  test('hears what it would cost, what is left alone, and how to have less', () => {
    const { budget } = budgetOf({ plan: small, isWhole: true, countedCalls: 500 });
    expect(() => budget.refuseIfTooDear()).toThrow(
      expect.objectContaining({
        message:
          'The check would make 500 calls with the key; the plan Small has 100 a day, and a fifth of a quota is left alone.',
        advice:
          'Check fewer operations with --only, leave out --all (then it makes at most 60), or use a key of a larger plan.',
      }),
    );
  });
});

describe('after calls there may be', () => {
  test.each<{ rule: string; replies: readonly SendOutcome[]; want: number }>([
    { rule: 'the rest of the budget', replies: [replyWith(99, 100)], want: 59 },
    { rule: 'what is left beside the reserve', replies: [replyWith(29, 100)], want: 9 },
    {
      rule: 'nothing where others took the rest',
      replies: [replyWith(90, 100), replyWith(20, 100)],
      want: 0,
    },
    { rule: 'what is left where the whole is not said', replies: [replyWith(10)], want: 7 },
    {
      rule: 'the rest of the budget where nothing is said',
      replies: [{ kind: 'no-reply', cause: 'closed', detail: '' }],
      want: 59,
    },
  ])('$rule', ({ replies, want }) => {
    const { budget } = budgetOf({ hasQuotas: true });
    for (const reply of replies) budget.learn(reply);
    expect(budget.left).toBe(want);
  });

  test('the first one brings to light what is left, and that is told once', () => {
    const { budget, asked } = budgetOf({ plan: small, countedCalls: 10 });
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
