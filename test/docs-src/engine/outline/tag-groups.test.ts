import { describe, expect, test } from 'vitest';
import { menuOf } from '../../../../docs-src/engine/outline/menu.ts';
import { createOutline } from '../../../../docs-src/engine/outline/outline.ts';
import { pageOfDocument } from '../../../../docs-src/engine/outline/page-of-document.ts';
import { groupedTags, tagTitle } from '../../../../docs-src/engine/outline/tag-groups.ts';
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
  { groups: [{ name: 'G' }, 'x', { tags: ['a'] }], want: [['a'], ['b'], ['c']] },
])('with the groups $groups the tags are $want', async ({ groups, want }) => {
  const tags = groupedTags(await toy({ 'x-tagGroups': groups }));
  expect(tags.map(({ tag, group }) => [tag.name, ...(group === undefined ? [] : [group])])).toEqual(want);
});

test.each([
  { extensions: {}, want: 'a' },
  { extensions: { 'x-displayName': 'Nice A' }, want: 'Nice A' },
  { extensions: { 'x-displayName': ' ' }, want: 'a' },
  { extensions: { 'x-displayName': 5 }, want: 'a' },
])('a tag with $extensions is called $want', ({ extensions, want }) => {
  expect(tagTitle({ name: 'a', description: undefined, externalDocs: undefined, extensions })).toBe(want);
});

describe('the menu', () => {
  const menuTitles = async (parts: object) => {
    const model = await toy(parts);
    const { placements } = createOutline(
      [pageOfDocument(model, english, (html) => html)],
      model,
      (html) => html,
    );
    const options = { hrefOf: (id: string) => id, currentOperationId: undefined, isShort: true };
    return menuOf(placements, options).flatMap(({ group, title }) =>
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
