import { describe, expect, it } from 'vitest';
import { type ErrorTemplate, failureShapeOf } from '../../../../mock/engine/failures/error-template.ts';
import { createFailure } from '../../../../mock/engine/failures/failure.ts';
import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { shopEngine } from '../shop.ts';

const problems = [{ where: 'query', name: 'max', code: 'too-large', message: 'Too large.' }] as const;
const failure = { ...createFailure('revoked-key', { place: 'the header x-key', keys: [] }), problems };
const withoutProblems = createFailure('revoked-key', { place: 'the header x-key', keys: [] });

describe('a template of errors', () => {
  it.each<{ template: ErrorTemplate; want: JsonValue }>([
    {
      template: { body: { status: '{status}', text: 'HTTP {status}' } },
      want: { status: 401, text: 'HTTP 401' },
    },
    {
      template: { body: { error: { code: '{code}', id: '{requestId}' } } },
      want: { error: { code: 'revoked-key', id: 'id-1' } },
    },
    {
      template: { body: [{ details: '{problems}', fixed: null, isError: true }] },
      want: [{ details: [...problems], fixed: null, isError: true }],
    },
    { template: { body: '{title}: {message}' }, want: `${failure.title}: ${failure.message}` },
    { template: { body: { code: '{code}' }, codes: { 'revoked-key': 'GONE' } }, want: { code: 'GONE' } },
    {
      template: { body: { code: '{code}' }, codes: { 'unknown-key': 'GONE' } },
      want: { code: 'revoked-key' },
    },
    { template: { body: 'it is {problems}' }, want: `it is ${JSON.stringify(problems)}` },
    { template: { body: 'in {} and {1} nothing stands' }, want: 'in {} and {1} nothing stands' },
  ])('makes $want of $template', ({ template, want }) => {
    expect(failureShapeOf(template).bodyOf(failure, 'id-1')).toEqual(want);
  });

  it('leaves out a member for what is not known', () => {
    const { bodyOf } = failureShapeOf({ body: { message: '{message}', details: '{problems}' } });
    expect(bodyOf(withoutProblems, 'id-1')).toStrictEqual({ message: withoutProblems.message });
  });

  it('is JSON that no document describes, unless it says otherwise', () => {
    expect(failureShapeOf({ body: {} })).toMatchObject({
      mediaType: 'application/json',
      mustFitDocument: false,
    });
    const said = { body: {}, mediaType: 'application/vnd.error+json', isDocumented: true };
    expect(failureShapeOf(said)).toMatchObject({
      mediaType: 'application/vnd.error+json',
      mustFitDocument: true,
    });
  });

  it.each<{ template: ErrorTemplate; want: string }>([
    {
      template: { body: { a: '{mesage}' } },
      want: '"{mesage}" stands for nothing; did you mean "{message}"?',
    },
    {
      template: { body: '{everything}' },
      want: 'there are {code}, {status}, {title}, {message}, {problems}, {requestId}',
    },
    { template: { body: {}, codes: { 'unknwon-key': 'x' } }, want: 'did you mean "unknown-key"?' },
    { template: { body: {}, statuses: { 'mising-key': 403 } }, want: 'did you mean "missing-key"?' },
  ])('refuses $template', ({ template, want }) => {
    expect(() => failureShapeOf(template)).toThrow(want);
  });
});

it('answers with the status that an API has for a code', async () => {
  const failureShape = failureShapeOf({ body: { status: '{status}' }, statuses: { 'missing-key': 403 } });
  const { ask } = shopEngine({ failureShape });
  expect(await ask('GET /orders')).toMatchObject({ status: 403, json: { status: 403 } });
  expect((await ask('GET /nowhere')).status).toBe(404);
});
