import { expect, test } from 'vitest';
import { packageFile } from '../../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../../openapi/model/read-model.ts';
import { readReceivedReply } from '../../../../../openapi/operations/wire/read-reply.ts';
import { modelOf } from '../../../../openapi/model-of.ts';
import { createLimitsJudge } from '../../../engine/relations/limits.ts';
import type { SeenCall } from '../../../engine/relations/seen-call.ts';

const ofPlans = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
const pro = ofPlans.plans?.plans.find(({ id }) => id === 'pro');
const nextMonth = Date.UTC(2026, 11, 1) / 1000;

/** Headers of the plan Pro on 26 November 2026, with so many calls left. */
const headersWith = (left: number, over: Readonly<Record<string, string | undefined>> = {}) => {
  const told: Readonly<Record<string, string | undefined>> = {
    Date: 'Thu, 26 Nov 2026 12:00:00 GMT',
    'RateLimit-Policy': '"rate";q=500;w=1, "quota";q=100000;w=2592000',
    RateLimit: `"rate";r=499;t=1, "quota";r=${left};t=388800`,
    'X-RateLimit-Limit': '100000',
    'X-RateLimit-Remaining': String(left),
    'X-RateLimit-Reset': String(nextMonth),
    ...over,
  };
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
};

function callWith(
  headers: Readonly<Record<string, string>>,
  over: Partial<SeenCall> & { status?: number; id?: string } = {},
): SeenCall {
  const { status = 200, id = 'search', ...more } = over;
  const operation = ofPlans.operations.find(({ operationId }) => operationId === id);
  if (operation === undefined) throw new Error(id);
  const parameters = { path: {}, query: {}, header: {}, cookie: {} };
  const reply = readReceivedReply('GET', { status, headers, body: undefined });
  return { operation, parameters, isValid: true, body: '', reply, key: 'a key', plan: pro, ...more };
}

const told = (...calls: readonly SeenCall[]) => {
  const judge = createLimitsJudge(ofPlans);
  return calls.flatMap((call) => judge(call)).map(({ code, basis, name }) => `${code} ${name} (${basis})`);
};

test('limits that go down by one are as they should be', () => {
  expect(told(...[9, 8, 7].map((left) => callWith(headersWith(left))))).toEqual([]);
  expect(
    told(...[9, 8, 8].map((left, index) => callWith(headersWith(left), { status: index === 2 ? 429 : 200 }))),
  ).toEqual([]);
});

test.each<[what: string, calls: readonly SeenCall[], want: readonly string[]]>([
  [
    'another limit than the plan has',
    [callWith(headersWith(9, { 'X-RateLimit-Limit': '500', 'RateLimit-Policy': undefined }))],
    ['wrong-limit X-RateLimit-Limit (assumption)'],
  ],
  [
    'another policy than the plan has',
    [callWith(headersWith(9, { 'RateLimit-Policy': '"rate";q=10;w=1, "quota";q=100000;w=2592000' }))],
    ['remaining-above-limit RateLimit (assumption)', 'wrong-limit RateLimit-Policy (assumption)'],
  ],
  [
    'two headers that differ',
    [callWith(headersWith(9, { 'X-RateLimit-Remaining': '8' }))],
    ['limits-differ X-RateLimit-Remaining (assumption)'],
  ],
  [
    'more left than there is',
    [callWith(headersWith(100_001))],
    [
      'remaining-above-limit X-RateLimit-Remaining (assumption)',
      'remaining-above-limit RateLimit (assumption)',
    ],
  ],
  [
    'a call that is not counted',
    [callWith(headersWith(9)), callWith(headersWith(9))],
    ['remaining-not-counted X-RateLimit-Remaining (assumption)'],
  ],
  [
    'a number that rises',
    [callWith(headersWith(9)), callWith(headersWith(12), { status: 400 })],
    ['remaining-not-counted X-RateLimit-Remaining (assumption)'],
  ],
  [
    'two calls counted for one',
    [callWith(headersWith(9)), callWith(headersWith(7))],
    ['remaining-dropped X-RateLimit-Remaining (suspicion)'],
  ],
  [
    'a reset in the past',
    [callWith(headersWith(9, { 'X-RateLimit-Reset': '1700000000' }))],
    ['reset-in-past X-RateLimit-Reset (assumption)'],
  ],
  [
    'a reset within the month',
    [callWith(headersWith(9, { 'X-RateLimit-Reset': String(nextMonth - 3600) }))],
    ['wrong-reset X-RateLimit-Reset (assumption)'],
  ],
  [
    'limits where no key is needed',
    [callWith(headersWith(9), { id: 'listTypes', plan: undefined })],
    ['limit-shown ratelimit-policy (undocumented)'],
  ],
])('%s', (_, calls, want) => {
  expect(told(...calls)).toEqual(want);
});

test('is silent where nobody can know', () => {
  const other = callWith(headersWith(9), { key: 'another' });
  expect(told(callWith(headersWith(9)), other)).toEqual([]);
  const atOnce = [
    callWith(headersWith(8), { sentAt: 0, receivedAt: 20 }),
    callWith(headersWith(9), { sentAt: 10, receivedAt: 30 }),
  ];
  expect(told(...atOnce)).toEqual([]);
  const fresh = callWith(
    headersWith(99_999, {
      'X-RateLimit-Reset': String(nextMonth + 31 * 86_400),
      Date: 'Tue, 01 Dec 2026 00:00:01 GMT',
    }),
  );
  expect(told(callWith(headersWith(9)), fresh)).toEqual([]);
});

test('operations without a plan each count for themselves, and that is no word of the document', async () => {
  const headers = { 'X-RateLimit-Remaining': { schema: { type: 'integer' } } };
  const responses = { 200: { description: 'Fine.', headers } };
  const get = (operationId: string) => ({ get: { operationId, security: [{ key: [] }], responses } });
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'Two', version: '1' },
    paths: { '/a': get('a'), '/b': get('b') },
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'k' } } },
  });
  const judge = createLimitsJudge(model);
  const calls = ['a', 'b', 'b'].map((id, index) => ({
    ...callWith({ 'X-RateLimit-Remaining': index === 0 ? '3' : '9' }, { plan: undefined }),
    operation: model.operations.find(({ operationId }) => operationId === id) ?? model.operations[0],
  })) as readonly SeenCall[];
  expect(calls.map((call) => judge(call).map(({ code, basis }) => `${code} ${basis}`))).toEqual([
    [],
    [],
    ['remaining-not-counted suspicion'],
  ]);
});
