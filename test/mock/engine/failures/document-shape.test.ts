import { describe, expect, it } from 'vitest';
import { documentShape } from '../../../../mock/engine/failures/document-shape.ts';
import { createFailure } from '../../../../mock/engine/failures/failure.ts';
import { prepareOperation } from '../../../../mock/engine/prepared-operation.ts';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { found, modelOf } from '../../../openapi/model-of.ts';

const model = await readModel({ document: packageFile('test/documents/failures.yaml'), strict: true });
const missingKey = createFailure('missing-key', { needs: 'a key', keys: [] });
const problem = { where: 'query', name: 'max', code: 'missing', message: 'max is required.' } as const;
const invalid = createFailure('invalid-request', { problems: [problem] }, { problems: [problem] });

describe('a failure in the words of the document', () => {
  it.each([
    [
      'the status itself, its example and our message',
      'described',
      invalid,
      400,
      { status: 400, message: 'max is required.' },
    ],
    [
      '422 where validation has that',
      'usesOther',
      invalid,
      422,
      { error: { code: 'invalid-request', detail: 'max is required.' } },
    ],
    ['403 where a missing key has that', 'usesOther', missingKey, 403, { type: 'denied' }],
    ['the class of the status', 'usesClass', invalid, 400, { title: 'Invalid request', left: 3 }],
    ['default beside a success', 'usesDefault', missingKey, 401, { code: 401, message: missingKey.message }],
  ] as const)('takes %s', (_name, operationId, failure, status, value) => {
    expect(draftFor(operationId, failure)).toMatchObject({ status, mediaType: 'application/json', value });
  });

  it('keeps a member that may not hold our words', () => {
    expect(draftFor('usesOther', missingKey)?.value).toEqual({ type: 'denied' });
  });

  it('sends no body where the document describes none, and says why in a header', () => {
    const draft = draftFor('isEmpty', invalid);
    expect(draft).toMatchObject({ status: 400, mediaType: undefined, value: undefined });
    expect(draft?.headers['X-Mock-Reason']).toBe('invalid-request: max is required.');
  });

  it.each([
    { what: 'has headers alone', says: { headers: { 'X-Server': { schema: { const: 'a' } } } }, want: 'a' },
    { what: 'says nothing', says: {}, want: undefined },
  ])('has the headers of a default that $what', async ({ says, want }) => {
    const responses = { 200: { description: 'ok' }, default: { description: 'Wrong.', ...says } };
    const given = await modelOf({ openapi: '3.1.0', info: {}, paths: { '/': { get: { responses } } } });
    const prepared = prepareOperation(found(given.operations[0], 'operation'), given);
    expect(documentShape.draftFor?.(invalid, prepared)?.headers['X-Server']).toBe(want);
  });

  it.each([
    [
      'made up where the example lacks it',
      { example: { message: 'y', errors: 'x' } },
      { message: 'max is required.', documentation_url: 'https://docs.example/' },
    ],
    ['alone where the example is none', { example: 'text' }, { message: 'max is required.' }],
    ['as it is where nothing fits', { not: {}, example: { message: 'y' } }, { message: 'max is required.' }],
  ])('sends what the schema requires %s', async (_name, { example, ...more }, value) => {
    const schema = {
      type: 'object',
      required: ['message', 'documentation_url'],
      properties: {
        message: { type: 'string' },
        documentation_url: { type: 'string', example: 'https://docs.example/' },
        errors: { type: 'string' },
      },
      ...more,
    };
    const responses = {
      422: { description: 'Wrong.', content: { 'application/json': { schema, example } } },
    };
    const broken = await modelOf({ openapi: '3.1.0', info: {}, paths: { '/': { get: { responses } } } });
    const [operation] = broken.operations;
    const prepared = prepareOperation(found(operation, 'operation'), broken);
    expect(documentShape.draftFor?.(invalid, prepared)).toMatchObject({ status: 422, value });
  });

  it.each([
    ['application/problem+json', {}, { title: 'Invalid request', detail: 'max is required.' }],
    ['application/json', {}, { title: 'Invalid request' }],
    ['application/json', { reason: { type: 'string' } }, { reason: 'max is required.' }],
    ['application/json', { reason: { enum: ['a'] } }, { title: 'Invalid request' }],
  ])('adds the message to %s with %j', async (mediaType, properties, value) => {
    const schema = { type: 'object', properties: { title: { type: 'string' }, ...properties } };
    const responses = {
      400: { description: 'Wrong.', content: { [mediaType]: { schema, example: { title: 'Wrong' } } } },
    };
    const titled = await modelOf({ openapi: '3.1.0', info: {}, paths: { '/': { get: { responses } } } });
    const prepared = prepareOperation(found(titled.operations[0], 'operation'), titled);
    expect(documentShape.draftFor?.(invalid, prepared)?.value).toEqual({
      title: 'Invalid request',
      ...value,
    });
  });

  it('sends the headers that the document requires', () => {
    expect(draftFor('described', invalid)?.headers).toMatchObject({ 'X-Trace': 'abc' });
  });

  it.each(['saysNothing', 'onlyDefault'])('leaves it to problem details where %s', (operationId) => {
    expect(draftFor(operationId, invalid)).toBeUndefined();
  });
});

function draftFor(operationId: string, failure: typeof invalid) {
  const operation = model.operations.find((one) => one.operationId === operationId);
  if (operation === undefined) throw new Error(`The document has no ${operationId}.`);
  return documentShape.draftFor?.(failure, prepareOperation(operation, model));
}
