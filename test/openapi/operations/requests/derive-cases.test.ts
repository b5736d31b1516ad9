import { describe, expect, it } from 'vitest';
import { deriveCases } from '../../../../openapi/operations/requests/derive-cases.ts';
import { encodeRequest } from '../../../../openapi/operations/wire/encode-request.ts';
import { found, modelOf, operationOf } from '../../model-of.ts';

const namesOf = async (document: string, id: string, emptyParameters: 'absent' | 'value' = 'absent') =>
  [...deriveCases(await operationOf(document, id), { emptyParameters })].map(({ name }) => name);

describe('deriveCases', () => {
  it.each([
    ['minLength', { type: 'string', minLength: 1e9 }],
    ['maxLength', { type: 'string', maxLength: -1, pattern: 'a' }],
    ['minItems', { type: 'array', minItems: 1e9 }],
    ['maxItems', { type: 'array', maxItems: -1 }],
    ['pattern', { type: 'string', pattern: '(' }],
  ])('derives what it can where nothing meets %s', async (_, schema) => {
    const parameters = [{ name: 'a', in: 'query', required: true, schema }];
    const get = { operationId: 'get', parameters, responses: {} };
    const model = await modelOf({ openapi: '3.1.0', info: {}, paths: { '/a': { get } } });
    const names = [...deriveCases(found(model.operations[0], 'get'), model)].map(({ name }) => name);
    expect(names).toContain('query a: missing');
  });

  it('breaks each constraint of each parameter, each rule between them, and sends each scalar twice', async () => {
    expect(await namesOf('styles.yaml', 'search')).toEqual([
      'query lang: missing',
      'query lang: empty',
      'query lang: not one of the allowed values (not-in-the-list)',
      'query lang: in other letter case (EN)',
      'query lang: sent twice',
      'query max: no number (not-a-number)',
      'query max: no whole number (1.5)',
      'query max: below the minimum (0)',
      'query max: above the maximum (21)',
      'query max: a number and letters (2abc)',
      'query max: sent twice',
      'query ratio: no number (not-a-number)',
      'query ratio: below the minimum (-2)',
      'query ratio: above the maximum (2)',
      'query ratio: a number and letters (2abc)',
      'query ratio: sent twice',
      'query exact: neither true nor false (maybe)',
      'query exact: sent twice',
      'query code: against the pattern ^[A-Z]\\d{4}$ (!)',
      'query code: sent twice',
      'query words: too short (a)',
      'query words: too long (aaaaaaaaaaa)',
      'query words: sent twice',
      'query flexible: sent twice',
      'query flag: neither true nor false (maybe)',
      'query flag: sent twice',
      'query ageMin: no number (not-a-number)',
      'query ageMin: no whole number (1.5)',
      'query ageMin: a number and letters (2abc)',
      'query ageMin: sent twice',
      'query ageMax: no number (not-a-number)',
      'query ageMax: no whole number (1.5)',
      'query ageMax: a number and letters (2abc)',
      'query ageMax: sent twice',
      'query distance: no number (not-a-number)',
      'query distance: a number and letters (2abc)',
      'query distance: sent twice',
      'query address: sent twice',
      'query ageMin: above ageMax (10 and 0)',
      'query distance: without address',
    ]);
  });

  it('breaks a body as a whole and in each property', async () => {
    expect(await namesOf('petstore-3.0.yaml', 'addAnimal')).toEqual([
      'body: missing',
      'body: not JSON',
      'body: of another media type (text/plain)',
      'body: no object',
      'body /kind: missing',
      'body /name: missing',
      'body /lives: missing',
      'body /kind: not one of the allowed values',
      'body /kind: in other letter case',
      'body /name: no text',
      'body /name: too short',
      'body /born: no text',
      'body /born: not in the format date',
      'body /secret: no text',
      'body /lives: no number',
      'body /lives: no whole number',
      'body /lives: below the minimum',
      'body /lives: above the maximum',
    ]);
  });

  it('sends one broken value and leaves the rest of the documented request as it is', async () => {
    const operation = await operationOf('styles.yaml', 'search');
    const cases = [...deriveCases(operation, { emptyParameters: 'absent' })];
    const tooLarge = found(
      cases.find(({ name }) => name.startsWith('query max: above')),
      'case',
    );
    const { url } = encodeRequest(tooLarge.request, { serverUrl: 'http://127.0.0.1' });
    expect(url).toBe('http://127.0.0.1/search?lang=en&max=21');
    expect(tooLarge.want).toEqual({ statusClass: 4, problemAt: { where: 'query', name: 'max' } });
  });

  it('sends of a made-up body only what is required and what is broken', async () => {
    const integer = { type: 'integer' };
    const tab = { required: ['id'], properties: { id: { type: 'string' }, x: integer, y: integer } };
    const schema = {
      required: ['name'],
      properties: { name: { type: 'string' }, size: integer, tabs: { type: 'array', items: tab } },
    };
    const post = { requestBody: { content: { 'application/json': { schema } } }, responses: {} };
    const model = await modelOf({ openapi: '3.1.0', info: {}, paths: { '/a': { post } } });
    const cases = [...deriveCases(found(model.operations[0], 'post'), model)];
    const bodyOf = (name: string) =>
      found(
        cases.find((one) => one.name === name),
        name,
      ).request.body;
    expect(bodyOf('body /size: no number')).toHaveProperty('value', { name: 'text', size: 'not-a-number' });
    expect(bodyOf('body /tabs/0/y: no number')).toHaveProperty('value', {
      name: 'text',
      tabs: [{ id: 'text', y: 'not-a-number' }],
    });
  });

  it('drops a case that breaks nothing: every text fits, an empty optional parameter counts as absent', async () => {
    const parameters = [
      { name: 'free', in: 'query', schema: { type: 'string' } },
      { name: 'some', in: 'query', schema: { type: 'string', minLength: 1 } },
    ];
    const document = { openapi: '3.1.0', info: {}, paths: { '/': { get: { parameters, responses: {} } } } };
    const operation = found((await modelOf(document)).operations[0], 'get');
    const names = (emptyParameters: 'absent' | 'value') =>
      [...deriveCases(operation, { emptyParameters })].map(({ name }) => name);
    expect(names('absent')).toEqual(['query free: sent twice', 'query some: sent twice']);
    expect(names('value')).toContain('query some: too short ("")');
  });

  it('sends a required parameter empty where the document says that empty is absent', async () => {
    const operation = await operationOf('styles.yaml', 'search');
    const empty = found(
      [...deriveCases(operation, { emptyParameters: 'absent' })].find(
        ({ name }) => name === 'query lang: empty',
      ),
      'case',
    );
    const { url } = encodeRequest(empty.request, { serverUrl: 'http://127.0.0.1' });
    expect(new URL(url).searchParams.get('lang')).toBe('');
    expect(await namesOf('styles.yaml', 'search', 'value')).not.toContain('query lang: empty');
  });

  it('never leaves a value out of a path', async () => {
    const names = await namesOf('styles.yaml', 'paths');
    expect(names.filter((name) => name.startsWith('path simple'))).toEqual([]);
    expect(names).toContain('path label: no number (not-a-number)');
  });
});
