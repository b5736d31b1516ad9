import { describe, expect, test } from 'vitest';
import { replyViews, schemaViews, statusPhrase } from '../../../../docs-src/engine/views/replies.ts';
import { createSaidOnce } from '../../../../docs-src/engine/views/said-once.ts';
import type { ReplyView } from '../../../../docs-src/engine/views/views.ts';
import { found } from '../../../openapi/model-of.ts';
import { rowOptions, toyOperation } from './toy-model.ts';

const json = (content: object) => ({ content: { 'application/json': content } });

async function repliesOf(responses: object, schemas: object = {}): Promise<ReplyView[]> {
  const operation = await toyOperation({ responses }, { components: { schemas } });
  return replyViews(operation, 'toy', { ...rowOptions, said: createSaidOnce() });
}

async function replyOf(response: object, schemas: object = {}): Promise<ReplyView> {
  return found((await repliesOf({ 200: { description: 'Done.', ...response } }, schemas))[0], 'reply');
}

test.each([
  { given: '200', want: ['OK', 'success'] },
  { given: '101', want: ['Switching Protocols', 'informational'] },
  { given: '304', want: ['Not Modified', 'redirection'] },
  { given: '413', want: ['Content Too Large', 'client-error'] },
  { given: '422', want: ['Unprocessable Content', 'client-error'] },
  { given: '5XX', want: ['', 'server-error'] },
  { given: 'default', want: ['', 'default'] },
])('the status $given is $want', async ({ given, want }) => {
  const [reply] = await repliesOf({
    [given]: { description: 'It is *so*.', 'x-kit-assumption': 'Or *not*.' },
  });
  expect([reply?.phrase, reply?.kind]).toEqual(want);
  expect(statusPhrase(given)).toBe(want[0]);
  expect(reply).toMatchObject({
    id: `toy-status-${given}`,
    status: given,
    descriptionHtml: '<p>It is <em>so</em>.</p>',
    assumption: { label: 'Or *not*.', href: '#Or *not*.' },
  });
});

describe('the links of a reply', () => {
  test.each([
    {
      given: {
        operationId: 'toy',
        description: 'See *it*.',
        parameters: { id: '$response.body#/id', at: 5 },
      },
      want: {
        descriptionHtml: '<p>See <em>it</em>.</p>',
        target: { label: 'toy', href: '#toy' },
        parameters: [
          { name: 'id', value: '$response.body#/id' },
          { name: 'at', value: '5' },
        ],
      },
    },
    { given: { operationId: 'hidden' }, want: { descriptionHtml: '', target: undefined, parameters: [] } },
    { given: { operationRef: 'https://a.example/#/paths/~1x/get' }, want: { target: undefined } },
  ])('$given lead to $want.target', async ({ given, want }) => {
    expect((await replyOf({ links: { next: given } })).links).toMatchObject([{ name: 'next', ...want }]);
  });
});

describe('the examples of a reply', () => {
  const text = ({ contents }: ReplyView) =>
    contents.flatMap(({ examples }) =>
      examples.map(
        ({ title, codeHtml, href }) =>
          `${title}: ${href ?? codeHtml.replace(/<[^>]*>/g, '').replace(/\s+/g, '')}`,
      ),
    );
  const number = { type: 'integer' };
  const deep = (depth: number): object =>
    depth === 0 ? { const: 1 } : { type: 'object', properties: { a: deep(depth - 1) } };
  const pet = { type: 'object', properties: { id: number } };
  test.each([
    { given: json({ schema: number, example: 5 }), want: ['Example: 5'] },
    { given: json({ schema: { const: 7 } }), want: ['Example: 7'] },
    {
      given: json({ schema: { const: 7 }, examples: { far: { externalValue: 'https://a.example/1' } } }),
      want: ['far: https://a.example/1'],
    },
    { given: json({ schema: deep(4) }), want: ['Example: {"a":{"a":{"a":{"a":1}}}}'] },
    { given: json({}), want: ['Example: ""'] },
    {
      given: json({ examples: { few: { value: 1 }, many: { value: 9, summary: 'Many of them' } } }),
      want: ['few: 1', 'Many of them: 9'],
    },
    {
      given: json({
        schema: number,
        examples: {
          far: { externalValue: 'https://a.example/1' },
          away: { summary: 'Away', externalValue: 'https://a.example/2' },
        },
      }),
      want: ['far: https://a.example/1', 'Away: https://a.example/2'],
    },
    {
      given: json({ examples: { far: { externalValue: 'https://a.example/1' }, near: { value: 1 } } }),
      want: ['near: 1', 'far: https://a.example/1'],
    },
    {
      given: { content: { 'application/json': { example: 1 }, 'text/plain': { example: 'one' } } },
      want: ['Example: 1', 'Example: one'],
    },
    {
      given: {
        content: { 'application/xml': { schema: { $ref: '#/components/schemas/Pet' }, example: { id: 1 } } },
      },
      want: ['Example: &lt;Pet&gt;&lt;id&gt;1&lt;/id&gt;&lt;/Pet&gt;'],
    },
    {
      given: json({
        schema: { type: 'object', properties: { secret: { const: 1, writeOnly: true }, id: { const: 2 } } },
      }),
      want: ['Example: {"id":2}'],
    },
  ])('of $given are $want', async ({ given, want }) => {
    expect(text(await replyOf(given, { Pet: pet }))).toEqual(want);
  });

  test('are those of its own status', async () => {
    const replies = await repliesOf({
      200: { description: '', ...json({ example: 1 }) },
      201: { description: '', ...json({ example: 2 }) },
    });
    expect(replies.map(text)).toEqual([['Example: 1'], ['Example: 2']]);
  });

  test('say what the document says of them', async () => {
    const reply = await replyOf(json({ examples: { few: { value: 1, description: 'Only *one*.' } } }));
    expect(reply.contents[0]?.examples[0]?.descriptionHtml).toBe('Only <em>one</em>.');
  });

  test('of a wide schema are short, and have what replies have', async () => {
    const wide = Object.fromEntries(Array.from({ length: 310 }, (_, index) => [`p${index}`, number]));
    const schema = {
      type: 'object',
      properties: { secret: { ...number, writeOnly: true }, id: { ...number, readOnly: true }, ...wide },
    };
    const [example = ''] = text(await replyOf(json({ schema })));
    expect(example).toContain('{"id":1,"p0":1');
    expect(example).not.toContain('p20');
    expect(text(await replyOf(json({ schema, example: { p20: 5 } })))).toEqual(['Example: {"p20":5}']);
  });
});

describe('the schema of a reply', () => {
  const four = { type: 'object', properties: { a: {}, b: {}, c: {}, d: {} } };
  const body = json({ schema: { $ref: '#/components/schemas/Four' } });
  test('stands once, then is a link to the status that shows it', async () => {
    const replies = await repliesOf(
      { 200: { description: '', ...body }, 404: { description: '', ...body } },
      { Four: four },
    );
    expect(
      replies.map(({ contents: [content] }) => [
        content?.mediaType,
        content?.schema?.type,
        content?.schemaSee,
      ]),
    ).toEqual([
      ['application/json', 'Four', undefined],
      ['application/json', undefined, { label: 'Four', href: '#toy-status-200' }],
    ]);
  });

  test('leaves out what only requests have, and is called after its status', async () => {
    const properties = { a: { writeOnly: true }, b: {}, deep: { type: 'object', properties: { c: {} } } };
    const operation = await toyOperation({
      responses: { 200: { description: '', ...json({ schema: { type: 'object', properties } }) } },
    });
    const [reply] = replyViews(operation, 'toy', { ...rowOptions, maximumRows: 2 });
    const row = reply?.contents[0]?.schema;
    expect(row).toMatchObject({ name: undefined, isRequired: false });
    expect(row?.children.map(({ name, see }) => [name, see?.label])).toEqual([
      ['b', undefined],
      ['deep', 'Toy 200 › deep'],
    ]);
  });

  test('is nothing where there is none', () => {
    expect(schemaViews(undefined)).toEqual({ schema: undefined, schemaSee: undefined });
  });
});
