import { describe, expect, test } from 'vitest';
import type { Operation } from '../../../../openapi/model/api-model.ts';
import { isSuccess, refusalOfBrokenRules, refusalOfKey, refusalOfPlan } from '../../engine/expectation.ts';

/** An operation that reads JSON and documents these statuses: all that an expectation looks at. */
function operation(...statuses: readonly string[]): Operation {
  const responses = statuses.map((status) => ({ status }));
  const requestBody = { contents: [{ mediaType: 'application/json' }] };
  return { responses, requestBody } as unknown as Operation;
}

const inQuery = { where: 'query', name: 'max' } as const;
const inPath = { where: 'path', name: 'id' } as const;
const inBody = { where: 'body', name: '' } as const;

describe('a broken rule must be refused with', () => {
  test.each([
    { rule: 'the documented one of 400 and 422', given: ['200', '422', '500'], at: inQuery, want: [422] },
    { rule: 'either, where a class is documented', given: ['200', '4XX'], at: inQuery, want: [400, 422] },
    { rule: 'either, where default is documented', given: ['200', 'default'], at: inQuery, want: [400, 422] },
    { rule: 'also 404 for a value in the path', given: ['400', '404'], at: inPath, want: [400, 404] },
    { rule: 'never 404 for a value elsewhere', given: ['400', '404'], at: inQuery, want: [400] },
  ])('$rule', ({ given, at, want }) => {
    const refusal = refusalOfBrokenRules(operation(...given), [at]);
    expect(refusal).toEqual({
      ...{ kind: 'refusal', statuses: want, isDocumented: true, culprits: [at] },
      basis: 'document',
    });
  });

  test.each([
    { rule: '415 for a media type that is not read', given: ['400', '415'], type: 'text/plain', want: [415] },
    {
      rule: '400 for a body of the right media type',
      given: ['400', '415'],
      type: 'application/json',
      want: [400],
    },
  ])('$rule', ({ given, type, want }) => {
    expect(refusalOfBrokenRules(operation(...given), [inBody], { contentType: type })).toMatchObject({
      statuses: want,
    });
  });

  test('any fitting status, where the document has none', () => {
    expect(refusalOfBrokenRules(operation('200'), [inQuery])).toMatchObject({
      statuses: [400, 422],
      isDocumented: false,
    });
    expect(refusalOfBrokenRules(operation('404'), [inPath])).toMatchObject({
      statuses: [400, 422, 404],
      isDocumented: false,
    });
    expect(refusalOfBrokenRules(operation('200'), [inBody], { contentType: 'text/plain' })).toMatchObject({
      statuses: [415, 400, 422],
    });
  });
});

test.each([
  { rule: 'any 2xx', given: ['200'], status: 204, want: true },
  { rule: 'a redirect that is documented', given: ['200', '302'], status: 302, want: true },
  { rule: 'no other redirect', given: ['200'], status: 302, want: false },
  { rule: 'gone, where that is documented', given: ['200', '410'], status: 410, want: true },
  { rule: 'no refusal beside a 2xx', given: ['200', '401'], status: 401, want: false },
  { rule: 'a refusal where nothing else is documented', given: ['401', '404'], status: 401, want: true },
])('a valid request is answered with $rule', ({ given, status, want }) => {
  expect(isSuccess(operation(...given), status)).toBe(want);
});

test.each([
  {
    rule: 'a missing key with the documented 401',
    given: refusalOfKey(operation('401', '403')),
    want: [401],
  },
  {
    rule: 'a missing key with 401 or the 403 that is named, where 401 is merely among the others',
    given: refusalOfKey(operation('403', 'default')),
    want: [401, 403],
  },
  {
    rule: 'a missing key with 401 where the document has only 4XX',
    given: refusalOfKey(operation('4XX')),
    want: [401],
  },
  {
    rule: 'a missing key with 401 or 403, where the document has no 401',
    given: refusalOfKey(operation('403')),
    want: [401, 403],
  },
  { rule: 'a closed plan with 403', given: refusalOfPlan(operation('401', '403')), want: [403] },
])('refuses $rule', ({ given, want }) => {
  expect(given).toMatchObject({ statuses: want });
});
