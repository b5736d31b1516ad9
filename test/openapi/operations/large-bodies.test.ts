import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../openapi/model/api-model.ts';
import {
  createRequestValidator,
  type RequestValidator,
} from '../../../openapi/operations/judge/create-request-validator.ts';
import { bodyOf, found, modelOf } from '../model-of.ts';

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

let form: RequestValidator;
let json: RequestValidator;
beforeAll(async () => {
  const list = { type: 'array', items: { type: 'string' } };
  const schema = {
    type: 'object',
    properties: { tags: list, any: { type: 'array', items: { type: 'array' } }, deep: { type: 'object' } },
  };
  const content = {
    'application/x-www-form-urlencoded': { schema, encoding: { deep: { style: 'deepObject' } } },
    'multipart/form-data': { schema },
  };
  const numbers = { type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'boolean' }] } };
  const post = (operationId: string, requestContent: object, parameters: unknown[] = []) => ({
    post: {
      operationId,
      parameters,
      requestBody: { content: requestContent },
      responses: { 200: { description: 'Ok.' } },
    },
  });
  const filter = { name: 'filter', in: 'query', content: { 'application/json': { schema: {} } } };
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'Large', version: '1' },
    paths: {
      '/form': post('form', content),
      '/json': post('json', { 'application/json': { schema: numbers } }, [filter]),
    },
  });
  const validatorOf = (id: string) =>
    createRequestValidator(
      found(
        model.operations.find(({ operationId }) => operationId === id),
        id,
      ),
      {
        emptyParameters: 'value',
      },
    );
  [form, json] = [validatorOf('form'), validatorOf('json')];
});

const urlencoded = (text: string) => form.body(bodyOf('application/x-www-form-urlencoded', text));
const parts = (names: readonly string[]) => {
  const fields = names.map((name) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\nx\r\n`);
  return form.body(bodyOf('multipart/form-data; boundary=b', `${fields.join('')}--b--\r\n`));
};

describe('nesting', () => {
  it.each<[string, () => { readonly problems: readonly { code: string; message: string }[] }]>([
    ['a body', () => json.body(bodyOf('application/json', nested(501)))],
    ['a body that would exhaust the stack', () => json.body(bodyOf('application/json', nested(1_000_000)))],
    [
      'a parameter',
      () => json.parameters({ pathValues: {}, queryString: `filter=${nested(501)}`, headers: {} }),
    ],
    ['JSON in a form field', () => urlencoded(`any=${nested(501)}`)],
    ['a deep form field', () => urlencoded(`deep${'[a]'.repeat(501)}=1`)],
    ['a form field without end', () => urlencoded(`deep${'[a]'.repeat(100_000)}=1`)],
  ])('of more than 500 levels is refused in %s', (_where, check) => {
    const { problems } = check();
    expect(problems).toMatchObject([{ code: 'too-deep' }]);
    expect(problems[0]?.message).toMatch(/ it is nested deeper than 500 levels\.$/);
  });

  it('of 500 levels is read', () => {
    const { problems } = json.body(bodyOf('application/json', nested(500)));
    expect(problems.map(({ code }) => code)).not.toContain('too-deep');
    expect(urlencoded(`deep${'[a]'.repeat(499)}=1`).problems).toEqual([]);
  });
});

describe('form fields', () => {
  it('are grouped by name, whatever their order', () => {
    expect(urlencoded('tags=a&x=1&tags=b&y=2&tags=c').value).toEqual({
      tags: ['a', 'b', 'c'],
      x: '1',
      y: '2',
    });
    expect(parts(['tags', 'x', 'tags']).value).toEqual({ tags: ['x', 'x'], x: 'x' });
  });

  it('may be ten thousand, with names of their own', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `f${index}`);
    expect(Object.keys(urlencoded(names.map((name) => `${name}=1`).join('&')).value as object)).toHaveLength(
      10_000,
    );
    expect(Object.keys(parts(names).value as object)).toHaveLength(10_000);
  });

  it('may not be more', () => {
    const names = Array.from({ length: 10_001 }, (_, index) => `f${index}`);
    const problem = { code: 'too-many', message: 'The body has more than 10000 fields.' };
    expect(urlencoded(names.map((name) => `${name}=1`).join('&')).problems).toMatchObject([problem]);
    expect(parts(names).problems).toMatchObject([problem]);
  });
});

it('explains the first thousand faults of a value that has them all over', () => {
  const value: JsonValue = Array.from({ length: 100_000 }, () => 'x');
  const { problems } = json.body(bodyOf('application/json', value));
  expect(problems.length).toBeGreaterThan(100);
  expect(problems.length).toBeLessThanOrEqual(1_000);
});
