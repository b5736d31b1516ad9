import { describe, expect, test } from 'vitest';
import { judgeReply } from '../../../../openapi/operations/judge/judge-reply.ts';
import { operationOf } from '../../../openapi/model-of.ts';
import type { ContractCheck } from '../../engine/contract-check.ts';
import { plainDialect } from '../../engine/contract-dialect.ts';
import { success } from '../../engine/expectation.ts';
import { type Judges, judgeCheck } from '../../engine/judge-check.ts';
import { noSecondJudge, type SecondJudge } from '../../engine/second-opinion.ts';

const operation = await operationOf('two-objects.yaml', 'plain');
const check: ContractCheck = {
  operation,
  stage: 'documented',
  kind: 'documented request',
  name: 'the request that the document shows',
  request: { method: 'GET', url: 'http://two.example/plain', headers: {}, body: undefined },
  want: success,
  location: operation.source,
};

function judge(status: number, over: Partial<Judges>) {
  const headers = { 'content-type': 'application/json' };
  const reply = {
    status,
    headers,
    mediaType: 'application/json',
    text: '{}',
    body: {},
    jsonError: undefined,
  };
  const judges = {
    first: judgeReply,
    second: noSecondJudge,
    dialect: plainDialect,
    isOfGateway: () => false,
    serverUrlOf: () => 'http://two.example',
  };
  return judgeCheck(check, reply, { ...judges, ...over });
}

const throwing = (): never => {
  throw new RangeError('too odd');
};
const second = (over: Partial<SecondJudge>): SecondJudge => ({
  ...noSecondJudge,
  opinion: { state: 'used', name: 'A judge' },
  isBlind: () => false,
  ...over,
});

describe('a judge that throws could not judge, and the others are heard:', () => {
  test.each<{ who: string; given: Partial<Judges>; want: string }>([
    { who: 'our own', given: { first: throwing }, want: 'our own judge could not judge it: too odd' },
    {
      who: 'the second one, of a reply',
      given: { second: second({ judge: throwing }) },
      want: 'A judge could not judge it: too odd',
    },
  ])('$who', ({ given, want }) => {
    expect(judge(200, given)).toEqual({ findings: [], notes: [], unjudged: [want] });
    expect(judge(500, given).findings.map(({ code }) => code)).toContain('wrong-status');
  });
});

test('what the second judge has against a reply is heard although our own could not judge', () => {
  const found = judge(200, { first: throwing, second: second({ judge: () => ['no'] }) });
  expect(found.findings.map(({ message }) => message)).toEqual(['no']);
  expect(found.unjudged).toHaveLength(1);
});

test.each<{ of: string; given: Partial<SecondJudge> }>([
  { of: 'a request', given: { judgeRequest: throwing } },
  { of: 'what it can see', given: { isBlind: throwing } },
])('what the second judge can not say of $of is a note', ({ given }) => {
  expect(judge(200, { second: second(given) })).toEqual({
    findings: [],
    notes: ['A judge could not judge its request: too odd'],
    unjudged: [],
  });
});
