import { describe, expect, test } from 'vitest';
import { idOf, parameterGroups } from '../../../../docs-src/engine/views/parameter-groups.ts';
import type { SchemaRowView } from '../../../../docs-src/engine/views/views.ts';
import { found } from '../../../openapi/model-of.ts';
import { rowOptions, toyOperation } from './toy-model.ts';

const string = { type: 'string' };
const list = { type: 'array', items: string };

test.each([
  { given: ['a', 'b'], want: 'a-b' },
  { given: ['a b//c_1', '-x-'], want: 'a-b-c_1-x' },
  { given: ['a', '§'], want: 'a--' },
])('the id of $given is $want', ({ given, want }) => {
  expect(idOf(...given)).toBe(want);
});

async function rowOf(parameter: object, operation: object = {}): Promise<SchemaRowView> {
  const toy = await toyOperation(
    {
      parameters: [{ name: 'p', in: 'query', schema: string, ...parameter }],
      ...operation,
    },
    {},
    'in' in parameter && parameter.in === 'path' ? 'toy/{p}' : 'toy',
  );
  return found(parameterGroups(toy, 'toy', rowOptions)[0]?.rows[0], 'row');
}

test('parameters stand together by where they travel, in order, each with an address', async () => {
  const parameter = (name: string, where: string) => ({
    name,
    in: where,
    required: where === 'path',
    schema: string,
  });
  const parameters = [
    parameter('X-One', 'header'),
    parameter('b', 'query'),
    parameter('a', 'query'),
    parameter('b[]', 'query'),
    parameter('seen', 'cookie'),
    parameter('id', 'path'),
  ];
  const groups = parameterGroups(await toyOperation({ parameters }, {}, 'toy/{id}'), 'toy', rowOptions);
  expect(groups.map(({ title, rows }) => [title, ...rows.map(({ id, name }) => `${name} ${id}`)])).toEqual([
    ['Path parameters', 'id toy-parameter-id'],
    ['Query parameters', 'b toy-parameter-b', 'a toy-parameter-a', 'b[] toy-parameter-b-2'],
    ['Header parameters', 'X-One toy-parameter-X-One'],
    ['Cookie parameters', 'seen toy-parameter-seen'],
  ]);
  expect(parameterGroups(await toyOperation({}), 'toy', rowOptions)).toEqual([]);
});

test.each([
  { given: {}, want: { isRequired: false, isDeprecated: false, descriptionHtml: '', assumption: undefined } },
  { given: { required: true, deprecated: true }, want: { isRequired: true, isDeprecated: true } },
  { given: { schema: { ...string, deprecated: true } }, want: { isDeprecated: true } },
  {
    given: { description: 'Its *own*.', schema: { ...string, description: 'Of the schema.' } },
    want: { descriptionHtml: '<p>Its <em>own</em>.</p>' },
  },
  {
    given: { schema: { ...string, description: 'Of the schema.' } },
    want: { descriptionHtml: '<p>Of the schema.</p>' },
  },
  {
    given: { 'x-kit-assumption': 'Own.', schema: { ...string, 'x-kit-assumption': 'Schema.' } },
    want: { assumption: { label: 'Own.', href: '#Own.' } },
  },
  {
    given: { schema: { ...string, 'x-kit-assumption': 'Schema.' } },
    want: { assumption: { label: 'Schema.', href: '#Schema.' } },
  },
  { given: { example: 'own', schema: { ...string, examples: ['schema'] } }, want: { examples: ['own'] } },
  { given: { schema: { ...string, examples: ['schema'] } }, want: { examples: ['schema'] } },
  {
    given: { examples: { far: { externalValue: 'https://a.example' }, near: { value: 'near' } } },
    want: { examples: [], valueNotes: [{ value: '' }, { kind: 'example', value: 'near', html: 'near' }] },
  },
  { given: { example: 'a', schema: { ...string, default: 'a' } }, want: { examples: [], default: 'a' } },
])('the row of $given has $want', async ({ given, want }) => {
  expect(await rowOf(given)).toMatchObject(want);
});

describe('a rule between parameters', () => {
  const schema = { type: 'integer', minimum: 0 };
  test.each([
    { given: { rule: 'requires', parameter: 'p', needs: 'q' }, want: { p: ['only with q'], q: [] } },
    { given: { rule: 'ordered', parameters: ['p', 'q'] }, want: { p: ['not above q'], q: ['not below p'] } },
    { given: { rule: 'ordered', parameters: ['q', 'r'] }, want: { p: [], q: ['not above r'] } },
  ])('$given stands at both, after their limits', async ({ given, want }) => {
    const parameters = ['p', 'q', 'r'].map((name) => ({ name, in: 'query', schema }));
    const operation = await toyOperation({ parameters, 'x-kit-parameter-rules': [given] });
    const rows = parameterGroups(operation, 'toy', rowOptions)[0]?.rows ?? [];
    const texts = (name: string) => rows.find((row) => row.name === name)?.constraints;
    expect(texts('p')).toEqual(['at least 0', ...want.p]);
    expect(texts('q')).toEqual(['at least 0', ...want.q]);
  });
});

describe('how a value is written', () => {
  const object = { type: 'object', properties: { a: string }, example: { a: 'x' } };
  test.each([
    { given: {}, want: undefined },
    { given: { schema: { ...list, example: ['x', 'y'] } }, want: 'p=x&p=y' },
    { given: { schema: { ...list, example: ['x'] } }, want: 'p=x&p=x' },
    { given: { schema: { type: 'array', example: ['x', 'y'] } }, want: 'p=x&p=y' },
    { given: { explode: false, schema: { ...list, example: ['x', 'y'] } }, want: 'p=x,y' },
    {
      given: { style: 'pipeDelimited', explode: false, schema: { ...list, example: ['x', 'y'] } },
      want: 'p=x|y',
    },
    { given: { schema: { items: string, example: ['x', 'y'] } }, want: 'p=x&p=y' },
    { given: { schema: { ...list, example: [] } }, want: undefined },
    { given: { style: 'deepObject', schema: object }, want: 'p[a]=x' },
    {
      given: { style: 'deepObject', schema: { properties: { a: string }, example: { a: 'x' } } },
      want: 'p[a]=x',
    },
    { given: { schema: { type: 'object', example: { a: 'x' } } }, want: 'a=x' },
    { given: { in: 'header', schema: { ...list, example: ['x', 'y'] } }, want: 'x,y' },
    {
      given: { in: 'path', required: true, style: 'label', schema: { ...string, example: 'x' } },
      want: '.x',
    },
    {
      given: { in: 'path', required: true, style: 'matrix', schema: { ...string, example: 'x' } },
      want: ';p=x',
    },
    { given: { in: 'path', required: true, schema: { ...string, example: 'x' } }, want: undefined },
    {
      given: { schema: undefined, content: { 'application/json': { schema: object } } },
      want: 'p=%7B%22a%22%3A%22x%22%7D',
    },
    {
      given: { schema: { ...list, example: ['x'.repeat(57), 'y'.repeat(58)] } },
      want: `p=${'x'.repeat(57)}&p=${'y'.repeat(58)}`,
    },
    { given: { schema: { ...list, example: ['x'.repeat(58), 'y'.repeat(58)] } }, want: undefined },
  ])('of $given is $want', async ({ given, want }) => {
    expect((await rowOf(given)).serialisation).toBe(want);
  });
});

test("parameters of one name, or of names that an id can't tell apart, have ids of their own", async () => {
  const parameter = (name: string, where: string) => ({
    name,
    in: where,
    required: where === 'path',
    schema: string,
  });
  const parameters = [
    parameter('p', 'path'),
    ...['p', 'p-2', 'a.b', 'a-b'].map((name) => parameter(name, 'query')),
    parameter('p', 'header'),
  ];
  const toy = await toyOperation({ parameters }, {}, 'toy/{p}');
  const ids = parameterGroups(toy, 'toy', rowOptions).flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(ids).toHaveLength(6);
  expect(new Set(ids).size).toBe(6);
  expect(ids[0]).toBe('toy-parameter-p');
});
