import { beforeAll, describe, expect, it } from 'vitest';
import {
  createRequestValidator,
  type RequestValidator,
} from '../../../../openapi/operations/judge/create-request-validator.ts';
import { bodyOf, found, modelOf, operationOf } from '../../model-of.ts';

let search: RequestValidator;
let objects: RequestValidator;
let setPhoto: RequestValidator;
let addAnimal: RequestValidator;
let addPoint: RequestValidator;
beforeAll(async () => {
  const validatorOf = async (document: string, id: string) =>
    createRequestValidator(await operationOf(document, id), { emptyParameters: 'absent' });
  search = await validatorOf('styles.yaml', 'search');
  objects = await validatorOf('styles.yaml', 'objects');
  setPhoto = await validatorOf('petstore-3.0.yaml', 'setPhoto');
  addAnimal = await validatorOf('petstore-3.0.yaml', 'addAnimal');
  addPoint = await validatorOf('hooks-3.1.yaml', 'addPoint');
});

const ofQuery = (validator: RequestValidator, queryString: string) =>
  validator.parameters({ pathValues: {}, queryString, headers: {} });

describe('the order of two parameters', () => {
  it.each([
    ['9!important', '12!important', []],
    ['12!important', '9', ['low']],
    ['12!important', '12', []],
    ['9', '12!important', []],
    ['-0.5!important', '-0.25', []],
    ['0.5 km', '0.25 km', ['low']],
    ['2026-01-02', '2026-01-10', []],
    ['2026-02-01', '2026-01-10', ['low']],
    ['09:30', '10:00', []],
    ['2026-01-02T10:00:00Z', '2026-01-02T09:00:00Z', ['low']],
    ['a', 'b', []],
    ['b', 'a', ['low']],
  ])('%s before %s', async (low, high, wrong) => {
    const value = { anyOf: [{ type: 'number' }, { type: 'string' }] };
    const parameters = ['low', 'high'].map((name) => ({ name, in: 'query', schema: value }));
    const rules = { 'x-kit-parameter-rules': [{ rule: 'ordered', parameters: ['low', 'high'] }] };
    const get = { operationId: 'get', parameters, responses: {}, ...rules };
    const model = await modelOf({ openapi: '3.1.0', info: {}, paths: { '/': { get } } });
    const validator = createRequestValidator(found(model.operations[0], 'get'), { emptyParameters: 'value' });
    const query = new URLSearchParams({ low, high }).toString();
    expect(ofQuery(validator, query).problems.map(({ name }) => name)).toEqual(wrong);
  });
});

describe('parameters', () => {
  it.each([
    ['not in the enum', 'lang=de', 'not-allowed', 'lang must be one of en, fr.'],
    [
      'another letter case',
      'lang=EN',
      'not-allowed',
      'lang must be one of en, fr (did you mean en? Letter case and spaces count).',
    ],
    ['no number', 'lang=en&max=x', 'wrong-type', 'max must be an integer from 1 to 20.'],
    ['a fraction', 'lang=en&max=1.5', 'wrong-type', 'max must be an integer from 1 to 20.'],
    ['below', 'lang=en&max=0', 'too-small', 'max must be an integer from 1 to 20.'],
    ['above', 'lang=en&max=21', 'too-large', 'max must be an integer from 1 to 20.'],
    ['no boolean', 'lang=en&exact=yes', 'wrong-type', 'exact must be true or false.'],
    ['too short', 'lang=en&words=a', 'too-short', 'words must be text of 2 to 10 characters.'],
    ['too long', 'lang=en&words=abcdefghijk', 'too-long', 'words must be text of 2 to 10 characters.'],
    [
      'against the pattern',
      'lang=en&code=h1',
      'wrong-pattern',
      'code must be text such as A0000 (it must match ^[A-Z]\\d{4}$).',
    ],
    [
      'none of several types',
      'lang=en&flexible=x',
      'invalid',
      'flexible must be an integer or text of at least 2 characters.',
    ],
    ['missing', '', 'missing', 'lang is required: it must be one of en, fr.'],
    [
      'repeated',
      'lang=en&max=1&max=2',
      'repeated',
      'max may be sent only once: it must be an integer from 1 to 20.',
    ],
    [
      'a rule of order',
      'lang=en&ageMin=9&ageMax=3',
      'wrong-order',
      'ageMin (9) must not be above ageMax (3).',
    ],
    [
      'a rule of need',
      'lang=en&distance=3',
      'needs-another',
      'distance needs address: send both, or neither.',
    ],
  ])('%s: one problem, in words that say what is allowed', (_, query, code, message) => {
    expect(ofQuery(search, query).problems).toMatchObject([{ where: 'query', code, message }]);
  });

  it('are all judged at once, in the order of the document', () => {
    const { problems } = ofQuery(search, 'max=99&ratio=7&lang=xx&lang=yy&words=%');
    expect(problems.map(({ name }) => name)).toEqual(['lang', 'max', 'ratio', 'words']);
  });

  it('carry the value that was given and what is allowed', () => {
    expect(ofQuery(search, 'lang=en&max=99').problems).toEqual([
      {
        where: 'query',
        name: 'max',
        code: 'too-large',
        message: 'max must be an integer from 1 to 20.',
        value: 99,
        allowed: 'an integer from 1 to 20',
      },
    ]);
  });

  it('may be empty where the document allows it', () => {
    expect(ofQuery(search, 'lang=en&flag=').problems).toEqual([]);
  });

  it('say where inside an object the problem is', () => {
    expect(ofQuery(objects, 'deep[price][min]=x').problems).toMatchObject([
      { name: 'deep', message: 'deep/price/min must be a number.', value: 'x' },
    ]);
  });

  it('break no rule of order where both are equal, or one is absent', () => {
    expect(ofQuery(search, 'lang=en&ageMin=3&ageMax=3').problems).toEqual([]);
    expect(ofQuery(search, 'lang=en&ageMin=3').problems).toEqual([]);
  });
});

describe('JSON bodies', () => {
  const json = (value: Parameters<typeof bodyOf>[1]) =>
    addAnimal.body(bodyOf('application/json; charset=utf-8', value));

  it('pass where they fit, without what only the service writes', () => {
    const { value, problems } = json({ kind: 'cat', name: 'Minou', lives: 9 });
    expect(problems).toEqual([]);
    expect(value).toEqual({ kind: 'cat', name: 'Minou', lives: 9 });
  });

  it('are judged by the branch that was meant', () => {
    expect(
      json({ kind: 'cat', name: '', lives: 10 }).problems.map(({ name, message }) => [name, message]),
    ).toEqual([
      ['/name', 'name must be text of at least 1 character.'],
      ['/lives', 'lives must be an integer from 0 to 9.'],
    ]);
  });

  it('say which values select a branch, where none was meant', () => {
    const { problems } = json({ kind: 'bird', name: 'Tweety' });
    expect(problems.map(({ name, message }) => [name, message])).toEqual([
      ['/kind', 'kind must be one of cat, dog.'],
    ]);
    expect(json({ name: 'Nobody' }).problems.map(({ name }) => name)).toEqual(['/kind']);
  });

  it('name a missing property by the pointer it should have', () => {
    expect(json({ kind: 'cat', lives: 1 }).problems).toMatchObject([
      {
        where: 'body',
        name: '/name',
        code: 'missing',
        message: 'name is required: it must be text of at least 1 character.',
      },
    ]);
  });

  it.each([
    ['no JSON', '{"a": ', 'not-json'],
    ['no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'undecodable'],
    ['nothing', '', 'missing'],
  ])('refuse %s', (_, body, code) => {
    expect(json(body).problems).toMatchObject([{ where: 'body', name: '', code }]);
  });

  it('are refused as another media type, with the ones that are allowed', () => {
    expect(addAnimal.body(bodyOf('text/plain', 'cat')).problems).toMatchObject([
      { code: 'wrong-media-type', allowed: 'application/json', value: 'text/plain' },
    ]);
  });

  it('may be absent where they are optional', () => {
    expect(addPoint.body(undefined).problems).toEqual([]);
    expect(addAnimal.body(undefined).problems).toMatchObject([{ code: 'missing' }]);
  });

  it('follow prefixItems', () => {
    expect(addPoint.body(bodyOf('application/json', [1, 'x'])).problems).toMatchObject([
      { name: '/1', code: 'wrong-type' },
    ]);
    expect(addPoint.body(bodyOf('application/json', [1])).problems).toMatchObject([
      { name: '', code: 'too-few' },
    ]);
  });
});

describe('forms', () => {
  const form = (text: string) => setPhoto.body(bodyOf('application/x-www-form-urlencoded', text));

  it('are typed by their schema', () => {
    expect(form('title=a+b&size=3&tags=x,y')).toEqual({
      value: { title: 'a b', size: 3, tags: ['x', 'y'] },
      problems: [],
    });
  });

  it('are judged like any body', () => {
    expect(form('size=big').problems.map(({ name, code }) => [name, code])).toEqual([
      ['/title', 'missing'],
      ['/size', 'wrong-type'],
    ]);
  });

  it('refuse what does not decode', () => {
    expect(form('title=%E0%').problems).toMatchObject([{ code: 'undecodable' }]);
  });
});

describe('multipart bodies', () => {
  const part = (disposition: string, content: string, more = '') =>
    `--b\r\nContent-Disposition: form-data; ${disposition}${more}\r\n\r\n${content}\r\n`;
  const multipart = (...parts: readonly string[]) =>
    setPhoto.body(bodyOf('multipart/form-data; boundary="b"', `${parts.join('')}--b--\r\n`));

  it('give text, files, lists and objects', () => {
    const { value, problems } = multipart(
      part('name="title"', 'Thé'),
      part('name="photo"; filename="a.png"', '\r\n--not\r\n', '\r\nContent-Type: image/png'),
      part('name="tags"', 'one'),
      part('name="tags"', 'two'),
      part('name="place"', '{"row":3}', '\r\nContent-Type: application/json'),
    );
    expect(problems).toEqual([]);
    expect(value).toEqual({ title: 'Thé', photo: '\r\n--not\r\n', tags: ['one', 'two'], place: { row: 3 } });
  });

  it('are judged part by part', () => {
    const { problems } = multipart(
      part('name="title"', 'x'),
      ...['a', 'b', 'c'].map((tag) => part('name="tags"', tag)),
    );
    expect(problems.map(({ name, code }) => [name, code])).toEqual([
      ['/photo', 'missing'],
      ['/title', 'too-short'],
      ['/tags', 'too-many'],
    ]);
  });

  it.each([
    ['no boundary', 'multipart/form-data', 'x', 'names no boundary'],
    ['no part', 'multipart/form-data; boundary=b', 'x', 'nowhere in the body'],
    ['no end', 'multipart/form-data; boundary=b', '--b\r\n\r\n', 'the last boundary'],
    ['no name', 'multipart/form-data; boundary=b', '--b\r\nA: b\r\n\r\nx\r\n--b--', 'no Content-Disposition'],
  ])('are refused with %s', (_, contentType, text, message) => {
    expect(setPhoto.body(bodyOf(contentType, text)).problems).toMatchObject([
      { code: 'invalid', message: expect.stringContaining(message) },
    ]);
  });
});

it('takes files that a range allows as they are', () => {
  expect(setPhoto.body(bodyOf('image/png', Uint8Array.of(1, 2))).problems).toEqual([]);
});

describe('explains', () => {
  const problemsOf = async (schema: object, value: Parameters<typeof bodyOf>[1]) => {
    const operation = {
      requestBody: { content: { 'application/json': { schema } } },
      responses: {},
    };
    const model = await modelOf({ openapi: '3.1.0', info: {}, paths: { '/': { post: operation } } });
    const validator = createRequestValidator(found(model.operations[0], 'post'), {
      emptyParameters: 'value',
    });
    return validator.body(bodyOf('application/json', value)).problems.map(({ message }) => message);
  };

  it.each<[string, object, Parameters<typeof bodyOf>[1], string]>([
    ['a format', { format: 'email' }, '"x"', 'The body must be an email address such as user@example.com.'],
    [
      'an unknown property',
      { additionalProperties: false, properties: { a: {} } },
      { b: 1 },
      'b is not allowed here; known are a.',
    ],
    [
      'repeated items',
      { type: 'array', uniqueItems: true },
      [1, 1],
      'The body must be a list without repetitions, but items 0 and 1 are the same.',
    ],
    ['a step', { multipleOf: 5 }, 7, 'The body must be a number that is a multiple of 5.'],
    ['a constant', { const: 'x' }, '"y"', 'The body must be x.'],
    ['what must not be', { not: { type: 'string' } }, '"y"', 'The body is not allowed here.'],
    [
      'too many branches',
      { oneOf: [{ type: 'integer' }, { minimum: 1 }] },
      7,
      'The body fits schemas 1 and 2 of the oneOf it belongs to, where only one may fit.',
    ],
    [
      'branches by what they allow',
      { anyOf: [{ type: 'integer' }, { enum: ['a', 'b'] }] },
      '"c"',
      'The body must be an integer or one of a, b.',
    ],
    [
      'counts of properties',
      { type: 'object', minProperties: 2 },
      { a: 1 },
      'The body must be an object: it must NOT have fewer than 2 properties.',
    ],
    [
      'names of properties',
      { type: 'object', propertyNames: { pattern: '^a' } },
      { b: 1 },
      'The body has a property name that is not allowed: b.',
    ],
    ['dependent properties', { dependentRequired: { a: ['b'] } }, { a: 1 }, 'b is required.'],
    [
      'a broken item',
      { items: { type: 'object', required: ['a'], properties: { a: { type: 'boolean' } } } },
      [{}],
      '0.a is required: it must be true or false.',
    ],
  ])('%s', async (_, schema, value, message) => {
    expect(await problemsOf(schema, value)).toEqual([message]);
  });
});
