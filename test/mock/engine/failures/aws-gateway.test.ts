import { describe, expect, it } from 'vitest';
import { createAwsGateway } from '../../../../mock/engine/failures/aws-gateway.ts';
import { createFailure, type Failure } from '../../../../mock/engine/failures/failure.ts';
import type { FailureCause } from '../../../../mock/engine/failures/failure-catalogue.ts';
import { problemJson } from '../../../../mock/engine/failures/problem-json.ts';
import type { RequestProblem } from '../../../../openapi/operations/judge/request-problem.ts';

const gateway = createAwsGateway(() => 'ABCDEFGHIJKLMNO');
const id = '3f0d0e1c-0000-4000-8000-000000000000';

/** Only its cause matters to a gateway that has its own words. */
function failureOf(cause: FailureCause, problems: Failure['problems'] = undefined): Failure {
  return {
    cause,
    status: 499,
    title: '',
    message: '',
    problems,
    headers: { 'Retry-After': '7', Allow: 'GET' },
  };
}

const problem = (where: 'query' | 'body', name: string, code: RequestProblem['code']) => ({
  where,
  name,
  code,
  message: '',
});

/** Amazon API Gateway, "Gateway response types", and captured replies: status, x-amzn-ErrorType, the body to the byte. */
const table = [
  ['missing-key', 403, 'ForbiddenException', '{"message":"Forbidden"}'],
  ['misplaced-key', 403, 'ForbiddenException', '{"message":"Forbidden"}'],
  ['unknown-key', 403, 'ForbiddenException', '{"message":"Forbidden"}'],
  ['revoked-key', 403, 'ForbiddenException', '{"message":"Forbidden"}'],
  ['placeholder-key', 403, 'ForbiddenException', '{"message":"Forbidden"}'],
  ['header-in-key', 403, 'ForbiddenException', '{"message":"Forbidden"}'],
  ['plan-lacks-feature', 403, 'ForbiddenException', '{"message":"Forbidden"}'],
  ['unknown-path', 403, 'MissingAuthenticationTokenException', '{"message":"Missing Authentication Token"}'],
  [
    'method-not-allowed',
    403,
    'MissingAuthenticationTokenException',
    '{"message":"Missing Authentication Token"}',
  ],
  ['rate-exceeded', 429, 'TooManyRequestsException', '{"message":"Too Many Requests"}'],
  ['quota-exceeded', 429, 'LimitExceededException', '{"message":"Limit Exceeded"}'],
  ['malformed-body', 400, 'BadRequestException', '{"message": "Invalid request body"}'],
  ['body-too-large', 413, undefined, '{"message":"Request Too Long"}'],
  ['unsupported-media-type', 415, undefined, '{"message":"Unsupported Media Type"}'],
] as const;

describe('the aws gateway', () => {
  it.each(table)('answers %s with %i, %s and %s, and nothing more', (cause, status, errorType, body) => {
    expect(gateway.refuse(failureOf(cause), problemJson, id)).toMatchObject({
      status,
      headers: {
        'x-amzn-RequestId': id,
        'x-amz-apigw-id': 'ABCDEFGHIJKLMNO=',
        ...(errorType === undefined ? {} : { 'x-amzn-ErrorType': errorType }),
      },
      mediaType: 'application/json',
      text: body,
      isBare: true,
    });
    const draft = gateway.refuse(failureOf(cause), problemJson, id);
    expect(Object.keys(draft.headers)).toHaveLength(errorType === undefined ? 2 : 3);
  });

  it('has bodies of the captured lengths', () => {
    const lengthOf = (cause: FailureCause) =>
      String(gateway.refuse(failureOf(cause), problemJson, id).text).length;
    expect([lengthOf('missing-key'), lengthOf('unknown-path'), lengthOf('malformed-body')]).toEqual([
      23, 42, 35,
    ]);
  });

  it('names missing parameters only, even where others are wrong', () => {
    const problems = [
      problem('query', 'divisor', 'missing'),
      problem('query', 'max', 'too-large'),
      problem('query', 'dividend', 'missing'),
      problem('body', '', 'missing'),
    ];
    const draft = gateway.refuse(failureOf('invalid-request', problems), problemJson, id);
    expect(draft).toMatchObject({
      status: 400,
      text: '{"message": "Missing required request parameters: [divisor, dividend]"}',
      isBare: true,
    });
    expect(draft.headers['x-amzn-ErrorType']).toBe('BadRequestException');
  });

  it('says of a body that does not fit only that it does not', () => {
    const draft = gateway.refuse(
      failureOf('invalid-request', [problem('body', '/email', 'missing')]),
      problemJson,
      id,
    );
    expect(draft).toMatchObject({ status: 400, text: '{"message": "Invalid request body"}' });
  });

  it('does not look at enums, types and ranges: the API behind it answers', () => {
    const problems = [problem('query', 'max', 'too-large')];
    const failure = createFailure('invalid-request', { problems }, { problems });
    const draft = gateway.refuse(failure, problemJson, id);
    expect(draft.isBare).toBeUndefined();
    expect(draft).toMatchObject({ status: 400, mediaType: 'application/problem+json' });
  });

  it.each(['not-acceptable', 'internal-error', 'maintenance', 'uri-too-long', 'unknown-reply'] as const)(
    'lets the API behind it answer %s',
    (cause) => {
      expect(gateway.refuse(failureOf(cause), problemJson, id)).toMatchObject({
        status: 499,
        value: { code: cause },
      });
    },
  );

  it.each([
    { status: 429, example: undefined, want: 'Too Many Requests' },
    { status: 429, example: 'quota-exceeded', want: 'Limit Exceeded' },
    { status: undefined, example: 'quota-exceeded', want: 'Limit Exceeded' },
    { status: 403, example: undefined, want: 'Forbidden' },
    { status: undefined, example: 'unknown-key', want: 'Forbidden' },
    { status: 413, example: undefined, want: 'Request Too Long' },
    { status: 415, example: undefined, want: 'Unsupported Media Type' },
    { status: 400, example: 'malformed-body', want: 'Invalid request body' },
  ])('has its own reply to what is preferred: $status $example', ({ want, ...choice }) => {
    expect(JSON.parse(String(gateway.replyFor(choice, id)?.text)).message).toBe(want);
  });

  it.each([
    { status: undefined, example: undefined },
    { status: 200, example: undefined },
    { status: 400, example: undefined },
    { status: 401, example: undefined },
    { status: 404, example: undefined },
    { status: 503, example: undefined },
    { status: 401, example: 'unknown-key' },
    { status: 429, example: 'sold-out' },
    { status: undefined, example: 'maintenance' },
    { status: undefined, example: 'toString' },
  ])('leaves to the document what it does not say itself: $status $example', (choice) => {
    expect(gateway.replyFor(choice, id)).toBeUndefined();
  });
});
