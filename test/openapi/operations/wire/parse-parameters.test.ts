import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue, Operation } from '../../../../openapi/model/api-model.ts';
import { jsonText } from '../../../../openapi/model/json-text.ts';
import { encodeParameters } from '../../../../openapi/operations/wire/encode-request.ts';
import { parseParameters } from '../../../../openapi/operations/wire/parse-parameters.ts';
import { joinPairs } from '../../../../openapi/operations/wire/query-pairs.ts';
import { operationOf, parameterOf } from '../../model-of.ts';

const operations = new Map<string, Operation>();
beforeAll(async () => {
  for (const id of ['search', 'lists', 'objects', 'paths'])
    operations.set(id, await operationOf('styles.yaml', id));
});

function parse(
  id: string,
  raw: { query?: string; headers?: object; path?: object },
  empty: 'absent' | 'value' = 'value',
) {
  const operation = operations.get(id) as Operation; // read before all tests
  return parseParameters(
    operation,
    {
      queryString: raw.query ?? '',
      headers: { ...raw.headers } as Record<string, string>,
      pathValues: { ...raw.path } as Record<string, string>,
    },
    { emptyParameters: empty },
  );
}

describe('query parameters', () => {
  it.each<[string, string, string, Record<string, JsonValue>]>([
    ['an integer', 'search', 'max=7', { max: 7 }],
    ['a number', 'search', 'ratio=-0.5', { ratio: -0.5 }],
    ['a boolean', 'search', 'exact=true', { exact: true }],
    ['text that looks like a number', 'search', 'words=123', { words: '123' }],
    ['a space, as + and as %20', 'search', 'words=a+b%20c', { words: 'a b c' }],
    ['an encoded name', 'search', 'w%6Frds=ok', { words: 'ok' }],
    ['the first of several types that fits', 'search', 'flexible=12', { flexible: 12 }],
    ['the other type where the first does not fit', 'search', 'flexible=1x', { flexible: '1x' }],
    ['what fits no type, as text', 'search', 'max=many', { max: 'many' }],
    ['an exploded list', 'lists', 'form=1&form=2', { form: [1, 2] }],
    ['an exploded list of one', 'lists', 'form=1', { form: [1] }],
    ['a joined list', 'lists', 'formJoined=a,b', { formJoined: ['a', 'b'] }],
    ['a joined list whose commas a client encoded', 'lists', 'formJoined=a%2Cb', { formJoined: ['a', 'b'] }],
    ['an item with an encoded comma', 'lists', 'formJoined=a%2Cb,c', { formJoined: ['a,b', 'c'] }],
    ['a list by spaces', 'lists', 'space=1%202+3', { space: [1, 2, 3] }],
    ['a list by pipes', 'lists', 'pipe=a%7Cb|c', { pipe: ['a', 'b', 'c'] }],
    ['an exploded object', 'objects', 'red=1&green=2', { spread: { red: 1, green: 2 } }],
    ['a joined object', 'objects', 'joined=name,Ann,age,5', { joined: { name: 'Ann', age: 5 } }],
    [
      'a deep object',
      'objects',
      'deep[price][min]=1.5&deep%5Bnote%5D=x',
      { deep: { price: { min: 1.5 }, note: 'x' } },
    ],
    ['a list in a deep object', 'objects', 'deep[tags]=a&deep[tags]=b', { deep: { tags: ['a', 'b'] } }],
    ['the same with brackets', 'objects', 'deep[tags][]=a&deep[tags][]=b', { deep: { tags: ['a', 'b'] } }],
    ['JSON', 'objects', 'json=%7B%22name%22%3A%22A%22%7D', { json: { name: 'A' } }],
  ])('reads %s', (_, id, query, want) => {
    const { values, problems } = parse(id, { query: `${query}${id === 'search' ? '&lang=en' : ''}` });
    expect(problems).toEqual([]);
    expect(values.query).toMatchObject(want);
  });

  it.each([
    ['a required one that is missing', 'max=1', 'lang', 'missing'],
    ['a scalar that is sent twice', 'lang=en&lang=fr', 'lang', 'repeated'],
    ['a value that does not decode', 'lang=en&words=%E0%A4', 'words', 'undecodable'],
    ['a name that does not decode', 'lang=en&%FF=1', '%FF', 'undecodable'],
  ])('refuses %s', (_, query, name, code) => {
    expect(parse('search', { query }).problems).toMatchObject([{ where: 'query', name, code }]);
  });

  it('tells all problems at once', () => {
    const { problems } = parse('search', { query: 'max=1&max=2&exact=%' });
    expect(problems.map(({ name, code }) => `${name} ${code}`)).toEqual([
      'lang missing',
      'max repeated',
      'exact undecodable',
    ]);
  });

  it('fills in defaults, and knows what was sent', () => {
    const { values, sent } = parse('search', { query: 'lang=en' });
    expect(values.query).toEqual({ lang: 'en', max: 10 });
    expect([...sent].map(({ name }) => name)).toEqual(['lang']);
  });

  it('names what the operation does not have', () => {
    expect(parse('objects', { query: 'red=1&deep[x]=1&odd=1&odd=2' }).unknownQueryNames).toEqual(['odd']);
  });
});

describe('empty query parameters', () => {
  it.each([
    ['absent', 'lang=en&words=', { lang: 'en', max: 10 }, []],
    ['absent', 'lang=', { max: 10 }, ['missing']],
    ['absent', 'lang=en&flag=', { lang: 'en', max: 10, flag: '' }, []],
    ['value', 'lang=en&words=', { lang: 'en', max: 10, words: '' }, []],
    ['value', 'lang=', { lang: '', max: 10 }, []],
  ] as const)('count as %s: %s', (rule, query, want, codes) => {
    const { values, problems } = parse('search', { query }, rule);
    expect(values.query).toEqual(want);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});

it('reads headers in any letter case, and cookies', () => {
  const headers = { 'x-list': '1, 2', cookie: 'other=1; cookieList=a,b%20c' };
  const { values } = parse('lists', { headers });
  expect(values).toMatchObject({ header: { 'X-List': [1, 2] }, cookie: { cookieList: ['a', 'b c'] } });
});

it('reads every style of a path', () => {
  const path = {
    simple: 'a%2Fb',
    list: 'x,y%2Cz',
    label: '.7',
    labels: '.1.2',
    matrix: ';matrix=m',
    matrixes: ';matrixes=p;matrixes=q',
    record: 'name=Ann,age=5',
  };
  expect(parse('paths', { path }).values.path).toEqual({
    simple: 'a/b',
    list: ['x', 'y,z'],
    label: 7,
    labels: [1, 2],
    matrix: 'm',
    matrixes: ['p', 'q'],
    record: { name: 'Ann', age: 5 },
  });
});

it.each([
  { matrix: ';matrix', matrixes: ';matrixes', want: ['', ['']] },
  { matrix: ';matrix=', matrixes: ';matrixes=', want: ['', ['']] },
  { matrix: ';matrix=matrix', matrixes: ';matrixes=a;matrixes;matrixes=b', want: ['matrix', ['a', '', 'b']] },
  { matrix: ';m%61trix=a=b', matrixes: 'a', want: ['a=b', ['a']] },
])('reads $matrix and $matrixes: what is empty needs no =', ({ want, ...sent }) => {
  const rest = { simple: 'a', list: 'x', label: '.7', labels: '.1', record: 'name=Ann' };
  const { values, problems } = parse('paths', { path: { ...rest, ...sent } });
  expect([values.path.matrix, values.path.matrixes]).toEqual(want);
  expect(problems).toEqual([]);
});

it.each([
  ['a value that is a comma', 'name=%2C', { name: ',' }],
  ['a record that a client encoded whole', 'name%3DAnn%2Cage%3D5', { name: 'Ann', age: 5 }],
])('reads %s', (_, record, want) => {
  expect(parse('paths', { path: { record } }).values.path).toMatchObject({ record: want });
});

it('refuses a path value that does not decode', () => {
  expect(parse('paths', { path: { simple: '%' } }).problems).toContainEqual(
    expect.objectContaining({ where: 'path', name: 'simple', code: 'undecodable' }),
  );
});

describe('what is serialised is read back', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const plain = text.filter((value) => value.trim() === value && !/[\r\n\0]/.test(value));
  const words = fc.array(text, { minLength: 2, maxLength: 4 });
  const numbers = fc.array(fc.integer(), { minLength: 1, maxLength: 4 });
  const person = fc.record({ name: text, age: fc.integer() }, { requiredKeys: ['name'] });
  const filter = fc
    .record(
      {
        price: fc.record({ min: fc.float({ noNaN: true, noDefaultInfinity: true }) }),
        tags: fc.array(text, { minLength: 1 }),
        note: text,
      },
      { requiredKeys: [] },
    )
    .filter((value) => Object.keys(value).length > 0);
  const without =
    (...characters: string[]) =>
    (value: string) =>
      !characters.some((one) => value.includes(one));

  it.each<[string, string, fc.Arbitrary<JsonValue>]>([
    ['search', 'words', text],
    ['search', 'ratio', fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)],
    ['search', 'exact', fc.boolean()],
    ['lists', 'form', numbers],
    ['lists', 'formJoined', words],
    ['lists', 'space', numbers],
    ['lists', 'pipe', fc.array(text.filter(without('|')), { minLength: 2 })],
    ['lists', 'X-List', numbers],
    ['lists', 'cookieList', words],
    ['objects', 'spread', fc.record({ red: fc.integer(), green: fc.integer() })],
    ['objects', 'joined', person],
    ['objects', 'deep', filter],
    ['objects', 'json', person],
    ['objects', 'X-Person', fc.record({ name: plain.filter(without(',')), age: fc.integer() })],
    ['paths', 'simple', text],
    ['paths', 'list', words],
    ['paths', 'label', fc.integer()],
    ['paths', 'labels', numbers],
    ['paths', 'matrix', text],
    ['paths', 'matrixes', words],
    ['paths', 'record', person],
  ])('%s %s', (id, name, values) => {
    const operation = operations.get(id) as Operation; // read before all tests
    const parameter = parameterOf(operation, name);
    fc.assert(
      fc.property(values, (value) => {
        const { path, query, headers, cookies } = encodeParameters([{ parameter, value }]);
        const parsed = parse(id, {
          path,
          query: joinPairs(query),
          headers: { ...headers, cookie: joinPairs(cookies) },
        });
        // -0 has no text of its own, and JSON none either.
        expect(jsonText(parsed.values[parameter.in][name])).toBe(jsonText(value));
      }),
      { numRuns: 100 },
    );
  });
});
