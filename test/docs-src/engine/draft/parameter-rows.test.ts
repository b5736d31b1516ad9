import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../../docs-src/engine/draft/page-blocks.ts';
import {
  readParameterRows,
  readStatusRows,
  readType,
} from '../../../../docs-src/engine/draft/parameter-rows.ts';
import { createSlateMarkdown } from '../../../../docs-src/engine/markdown/slate-markdown.ts';

const markdown = createSlateMarkdown({ locale: 'en', isSlate: true });

function tableOf(head: string, ...rows: readonly string[]) {
  const dashes = head.replace(/[^|]+/g, '---');
  const text = [head, dashes, ...rows].join('\n');
  const [table] = readBlocks(markdown, { file: 'a.md', firstLine: 5, text });
  if (table?.kind !== 'table') throw new Error('This is no table.');
  return table;
}

describe('the heads of a table', () => {
  const want = { name: 'page', isRequired: true, description: 'Which page.' };
  it.each([
    ['Parameter | Required | Description', 'page | yes | Which page.'],
    ['Description | Name | Required?', 'Which page. | `page` | true'],
    ['Field | Type | Mandatory | Description', 'page | integer | Y | Which page.'],
    ['Query Parameter | Optional | Notes', 'page | no | Which page.'],
    ['Key | Description | Optional', 'page | Which page. | Required'],
    ['Attribute | Required/Optional | Details', '**page** | required | Which page.'],
    [' | Type | Required | Description', 'page | int | ✓ | Which page.'],
    ['Parámetro | Requerido | Descripción', 'page | sí | Which page.'],
    ['Paramètre | Obligatoire | Description', 'page | oui | Which page.'],
    ['参数名 | 必填 | 说明', 'page | 是 | Which page.'],
    ['Name | Description', 'page *(required)* | Which page.'],
    ['Name | Type | Description', 'page | integer, required | Which page.'],
  ])('come in any order and in many words: %s', (head, row) => {
    expect(readParameterRows(tableOf(head, row))).toEqual([
      expect.objectContaining({ ...want, file: 'a.md', line: 7 }),
    ]);
  });

  it.each(['Plan | Price', 'Code | Meaning', 'Type | Example of providers'])(
    'are none of parameters: %s',
    (head) => {
      expect(readParameterRows(tableOf(head, 'a | b'))).toBeUndefined();
    },
  );
});

describe('a row', () => {
  it.each([
    { head: 'Name | Default', row: 'page | 1', want: { standard: '1' } },
    { head: 'Name | Default', row: 'page | none', want: { standard: undefined } },
    { head: 'Name | Values', row: 'sort | `up`, `down`', want: { values: ['up', 'down'] } },
    { head: 'Name | Allowed values', row: 'sort | up / down', want: { values: ['up', 'down'] } },
    { head: 'Name | Values', row: 'sort | any text that you like', want: { values: undefined } },
    { head: 'Name | In | Type', row: 'id | path | string', want: { location: 'path' } },
    { head: 'Header | Description', row: 'X-Trace | An id', want: { location: 'header', name: 'X-Trace' } },
    { head: 'Query parameter | Description', row: 'a | b', want: { location: 'query' } },
    { head: 'Name | Required', row: 'a | no', want: { isRequired: false } },
    { head: 'Name | Required', row: 'a |', want: { isRequired: undefined } },
    { head: 'Name | Description', row: '`filter[status]` | x', want: { name: 'filter[status]' } },
    {
      head: 'Name | Description',
      row: 'id <br> _string_ | x',
      want: { name: 'id', type: { type: 'string' } },
    },
  ])('says of a parameter what its cells say: $head, $row', ({ head, row, want }) => {
    expect(readParameterRows(tableOf(head, row))).toEqual([expect.objectContaining(want)]);
  });

  it('with a mark in front is a part of the one above', () => {
    const rows = readParameterRows(tableOf('参数 | 说明', 'a | x', '»b | x', '»»c | x', 'd | x'));
    expect(rows?.map(({ name }) => name)).toEqual(['a', 'a.b', 'a.b.c', 'd']);
  });

  it('of a table that is written as HTML is read, too', () => {
    const text =
      '<table>\n<tr><th>Name</th><th>Description</th></tr>\n<tr><td>page</td><td>Which</td></tr>\n</table>\n';
    const [table] = readBlocks(markdown, { file: 'a.md', firstLine: 1, text });
    expect(table?.kind === 'table' && readParameterRows(table)).toMatchObject([
      { name: 'page', description: 'Which', line: 3 },
    ]);
  });
});

it.each([
  { given: 'Integer', want: { type: 'integer' } },
  { given: 'float', want: { type: 'number' } },
  { given: 'Bool', want: { type: 'boolean' } },
  { given: 'string[]', want: { type: 'array', items: { type: 'string' } } },
  { given: 'array of integers', want: { type: 'array', items: { type: 'integer' } } },
  { given: 'List<String>', want: { type: 'array', items: { type: 'string' } } },
  { given: 'hash', want: { type: 'object' } },
  { given: 'file', want: { type: 'string', format: 'binary' } },
  { given: 'datetime', want: { type: 'string' } },
  { given: 'a [User](#user)', want: undefined },
])('reads words for a type: $given', ({ given, want }) => {
  expect(readType(given)).toEqual(want);
});

describe('a table of statuses', () => {
  it('says what each means, with its line', () => {
    expect(readStatusRows(tableOf('Error Code | Meaning', '400 | Bad Request', '`429` | Too many'))).toEqual([
      { status: '400', meaning: 'Bad Request', file: 'a.md', line: 7 },
      { status: '429', meaning: 'Too many', file: 'a.md', line: 8 },
    ]);
  });

  it('is none where most of its codes are others', () => {
    expect(readStatusRows(tableOf('Code | Meaning', '1001 | a', 'E7 | b', '400 | c'))).toBeUndefined();
  });
});
