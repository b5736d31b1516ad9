import { describe, expect, test } from 'vitest';
import { menuOf } from '../../../../docs-src/engine/outline/menu.ts';
import { createOutline } from '../../../../docs-src/engine/outline/outline.ts';
import { pageOfDocument } from '../../../../docs-src/engine/outline/page-of-document.ts';
import { groupedTags, operationsByTag, tagTitle } from '../../../../docs-src/engine/outline/tag-groups.ts';
import { en as english } from '../../../../docs-src/engine/words/en.ts';
import { modelOf } from '../../../openapi/model-of.ts';

const operation = (tag: string) => ({ get: { tags: [tag], responses: { 200: { description: 'ok' } } } });

function toy(parts: object) {
  return modelOf({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': operation('a'), '/b': operation('b'), '/c': operation('c') },
    ...parts,
  });
}

test.each([
  { groups: undefined, want: [['a'], ['b'], ['c']] },
  { groups: [{ name: 'G', tags: ['c', 'a'] }], want: [['c', 'G'], ['a', 'G'], ['b']] },
  {
    groups: [
      { name: 'G', tags: ['b'] },
      { name: 'H', tags: ['b', 'a', 'nobody'] },
    ],
    want: [['b', 'G'], ['a', 'H'], ['c']],
  },
  { groups: [{ name: 'G' }, 'x', { tags: ['a'] }, { name: 5, tags: ['b'] }], want: [['a'], ['b'], ['c']] },
])('with the groups $groups the tags are $want', async ({ groups, want }) => {
  const tags = groupedTags(await toy({ 'x-tagGroups': groups }));
  expect(tags.map(({ tag, group }) => [tag.name, ...(group === undefined ? [] : [group])])).toEqual(want);
});

test.each([
  { extensions: {}, want: 'a' },
  { extensions: { 'x-displayName': 'Nice A' }, want: 'Nice A' },
  { extensions: { 'x-displayName': ' ' }, want: 'a' },
  { extensions: { 'x-displayName': 5 }, want: 'a' },
  { summary: 'The As', extensions: {}, want: 'The As' },
  { summary: ' ', extensions: {}, want: 'a' },
  { summary: 'The As', extensions: { 'x-displayName': 'Nice A' }, want: 'Nice A' },
])('a tag with $summary and $extensions is called $want', ({ summary, extensions, want }) => {
  const untold = { parent: undefined, kind: undefined, description: undefined, externalDocs: undefined };
  expect(tagTitle({ name: 'a', summary, extensions, ...untold })).toBe(want);
});

test.each([
  { below: {}, want: [['a'], ['b'], ['c']] },
  { below: { c: 'a' }, want: [['a', 'a'], ['c', 'a'], ['b']] },
  {
    below: { a: 'b', c: 'a' },
    want: [
      ['b', 'b'],
      ['a', 'b'],
      ['c', 'b'],
    ],
  },
  { below: { a: 'b', b: 'a' }, want: [['c'], ['a', 'a'], ['b', 'a']] },
  { below: { a: 'a' }, want: [['b'], ['c'], ['a', 'a']] },
  { below: { a: 'nowhere' }, want: [['a'], ['b'], ['c']] },
])('with the parents $below the tags are $want', async ({ below, want }) => {
  const named = ['a', 'b', 'c'].map((name) => ({ name, parent: (below as Record<string, string>)[name] }));
  const tags = groupedTags(await toy({ tags: named }));
  expect(tags.map(({ tag, group }) => [tag.name, ...(group === undefined ? [] : [group])])).toEqual(want);
});

test('an operation stands under its first tag that is for navigation', async () => {
  const tags = [{ name: 'beta', kind: 'badge' }, { name: 'a', kind: 'nav' }, { name: 'b' }];
  const get = (...names: string[]) => ({ get: { tags: names, responses: {} } });
  const paths = {
    '/1': get('beta', 'a', 'b'),
    '/2': get('beta'),
    '/3': get('b', 'a'),
    '/4': get('undeclared'),
  };
  const byTag = operationsByTag(await toy({ tags, paths }));
  expect([...byTag].map(([tag, operations]) => [tag, operations.map(({ path }) => path)])).toEqual([
    ['a', ['/1']],
    [undefined, ['/2']],
    ['b', ['/3']],
    ['undeclared', ['/4']],
  ]);
});

describe('the menu', () => {
  const menuTitles = async (parts: object) => {
    const model = await toy(parts);
    const { placements } = createOutline(
      [pageOfDocument(model, english, (html) => html)],
      model,
      (html) => html,
    );
    return menuOf(placements, (id) => id).flatMap(({ group, title }) =>
      group === undefined ? [title] : [`[${group}]`, title],
    );
  };

  test.each([
    { parts: {}, want: ['T', 'a', 'b', 'c'] },
    {
      parts: {
        'x-tagGroups': [{ name: 'G', tags: ['b', 'a'] }],
        tags: [{ name: 'b', 'x-displayName': 'Bs' }],
      },
      want: ['T', '[G]', 'Bs', 'a', '[]', 'c'],
    },
    {
      parts: { tags: [{ name: 'about', description: 'Read me first.' }, { name: 'empty' }] },
      want: ['T', 'about', 'a', 'b', 'c'],
    },
  ])('of $parts is $want', async ({ parts, want }) => {
    expect(await menuTitles(parts)).toEqual(want);
  });
});
