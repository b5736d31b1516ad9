import { describe, expect, test } from 'vitest';
import { errorMessages, errorsTable } from '../../../../docs-src/engine/views/errors-table.ts';
import { links, toyModel } from './toy-model.ts';

const body = (...values: readonly unknown[]) => ({
  'application/json': {
    examples: Object.fromEntries(
      values.map((value, index) => [
        `e${index}`,
        index === 0 ? { value } : { value, summary: `Case ${index}` },
      ]),
    ),
  },
});
const replies = (responses: object) => ({ responses: { 200: { description: 'Done.' }, ...responses } });

async function tableOf(
  operations: Readonly<Record<string, object>>,
  explained: Parameters<typeof errorsTable>[1] = [],
) {
  return errorsTable((await toyModel(operations)).operations, explained, links).rows;
}

test('has each error status in order, with what most operations say of it and where it happens', async () => {
  const rows = await tableOf({
    a: { summary: 'Do A', ...replies({ 503: { description: 'Down.' }, 404: { description: 'Lost.' } }) },
    b: replies({ 404: { description: 'Gone *away*.' } }),
    c: replies({ 404: { description: 'Gone *away*.' } }),
    hidden: replies({
      404: { description: 'Lost.' },
      '4XX': { description: 'Any.' },
      default: { description: 'No.' },
    }),
    e: {},
  });
  expect(rows.map(({ id, status, phrase, meaningHtml }) => [id, status, phrase, meaningHtml])).toEqual([
    ['error-404', '404', 'Not Found', '<p>Lost.</p>'],
    ['error-4XX', '4XX', '', '<p>Any.</p>'],
    ['error-503', '503', 'Service Unavailable', '<p>Down.</p>'],
  ]);
  expect(rows[0]?.operations).toEqual([
    { label: 'Do A', href: '#a' },
    { label: 'b', href: '#b' },
    { label: 'c', href: '#c' },
  ]);
  const [most] = await tableOf({
    a: replies({ 404: { description: 'Lost.' } }),
    b: replies({ 404: { description: 'Gone *away*.' } }),
    c: replies({ 404: { description: 'Gone *away*.' } }),
  });
  expect(most?.meaningHtml).toBe('<p>Gone <em>away</em>.</p>');
});

describe('where an error happens', () => {
  const all = (count: number, more: number) =>
    Object.fromEntries(
      Array.from({ length: count + more }, (_, index) => [
        `o${index}`,
        index < count ? replies({ 404: { description: 'Lost.' } }) : {},
      ]),
    );
  test.each([
    { given: [12, 1], want: 12 },
    { given: [13, 1], want: 0 },
    { given: [2, 0], want: 0 },
  ] as const)('in $given operations is said of $want', async ({ given: [count, more], want }) => {
    const [row] = await tableOf(all(count, more));
    expect(row?.operations).toHaveLength(want);
  });
});

describe('the code of an error body', () => {
  test.each([
    { given: { code: 'A', message: 'Said <so>.' }, want: [['A', 'Said &lt;so&gt;.']] },
    { given: { code: 'A', detail: 'In detail.' }, want: [['A', 'In detail.']] },
    { given: { code: 'A', title: 'A title.' }, want: [['A', 'A title.']] },
    { given: { code: 'A', message: 5 }, want: [['A', '']] },
    { given: { error: { code: 'A', message: 'Inside.' } }, want: [['A', 'Inside.']] },
    { given: { code: 7, error: { code: 'A' } }, want: [['A', '']] },
    { given: { code: 7 }, want: [] },
    { given: ['A'], want: [] },
    { given: null, want: [] },
    { given: 'A', want: [] },
  ])('$given is $want', async ({ given, want }) => {
    const [row] = await tableOf({ a: replies({ 400: { description: 'Bad.', content: body(given) } }) });
    expect(row?.codes.map(({ code, meaningHtml }) => [code, meaningHtml])).toEqual(want);
  });

  test('with several messages means what its examples are about', async () => {
    const content = body(
      { code: 'A', message: 'One.' },
      { code: 'A', message: 'Two.' },
      { code: 'B', message: 'Three.' },
    );
    const [row] = await tableOf({ a: replies({ 400: { description: 'Bad.', content } }) });
    expect(row?.codes).toEqual([
      { id: 'error-400-A', code: 'A', meaningHtml: 'One.; Case 1' },
      { id: 'error-400-B', code: 'B', meaningHtml: 'Three.' },
    ]);
  });
});

describe('a code that the document explains', () => {
  const explained = { code: 'A', status: '404', description: 'Not *there*.' };
  const operation = replies({
    404: { description: 'Lost.', content: body({ code: 'A', message: 'Said.' }) },
  });
  test('is there though no operation answers it', async () => {
    expect(await tableOf({}, [explained])).toEqual([
      {
        id: 'error-404',
        status: '404',
        phrase: 'Not Found',
        meaningHtml: '',
        codes: [{ id: 'error-404-A', code: 'A', meaningHtml: 'Not <em>there</em>.' }],
        operations: [],
      },
    ]);
  });

  test.each([
    { given: [explained], want: '' },
    { given: [explained, { ...explained, code: 'B' }], want: '<p>Lost.</p>' },
    { given: [], want: '<p>Lost.</p>' },
    { given: [{ ...explained, code: 'C', status: '500' }], want: '<p>Lost.</p>' },
  ])('alone says what its status means: $given', async ({ given, want }) => {
    expect((await tableOf({ a: operation }, given))[0]?.meaningHtml).toBe(want);
  });
});

test('the sentences of a code are those of all its examples, however deep', async () => {
  const content = body(
    { code: 'A', message: 'One.', problems: [{ field: 'p', detail: 'Two.' }, null, 3] },
    { code: 'A', error: { message: 'Three.' } },
    { code: 'B' },
    { message: 'Of no code.' },
  );
  const { operations } = await toyModel({ a: replies({ 400: { description: 'Bad.', content } }) });
  expect([...errorMessages(operations)].map(([code, texts]) => [code, ...texts])).toEqual([
    ['A', 'One.', 'Two.', 'Three.'],
    ['B'],
  ]);
});
