import { expect, test } from 'vitest';
import type { PageLinks } from '../../../../docs-src/engine/views/page-links.ts';
import { relationsView } from '../../../../docs-src/engine/views/relations-view.ts';
import { wordsOf } from '../../../../docs-src/engine/words/words.ts';
import type { Relation } from '../../../../openapi/model/relations.ts';
import { operationOf } from '../../../openapi/model-of.ts';

// The other links are for what relations don't have.
const links = {
  assumption: (text: string | undefined) => (text === undefined ? undefined : { label: '1', href: '#a' }),
} as PageLinks;

const sentences = async (operationId: string, locale: string) => {
  const view = relationsView(await operationOf('record-shop.yaml', operationId), wordsOf(locale), links);
  return view?.items.map(
    ({ markdown, assumption }) => `${markdown}${assumption === undefined ? '' : ' [1]'}`,
  );
};

test.each(['en', 'fr'])('says each relation in sentences of %s', async (locale) => {
  const said = [
    ...((await sentences('listRecords', locale)) ?? []),
    ...((await sentences('listGenres', locale)) ?? []),
  ];
  await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(`../../../golden/relations/${locale}.txt`);
});

test('says where a relation holds, and where nobody has any', async () => {
  const operation = await operationOf('record-shop.yaml', 'listGenres');
  const [relation] = operation.relations;
  if (relation === undefined) throw new Error('The toy has a relation.');
  const guarded = { ...operation, relations: [{ ...relation, when: { sort: '^best$' } }] };
  expect(relationsView(guarded, wordsOf('en'), links)?.items[0]?.markdown).toMatch(
    /^Where `sort` fits `\^best\$`: These are/,
  );
  expect(relationsView({ ...operation, relations: [] }, wordsOf('en'), links)).toBeUndefined();
});

test.each([
  {
    given: { kind: 'echoes', within: '/a`b', parameters: { p: '' } },
    want: 'Each query parameter comes back in `/ab`, under its name. `p` comes back in `/`.',
  },
  {
    given: { kind: 'filters', must: 'equal', parameters: {}, units: { kg: 1, g: 0.001 } },
    want: 'One of each unit counts as `kg` 1, `g` 0.001.',
  },
  { given: { kind: 'fresh', values: ['/a', '/b'] }, want: '`/a` or `/b` is another value in each response.' },
  { given: { kind: 'fresh', values: [] }, want: ' is another value in each response.' },
  {
    given: { kind: 'fresh', values: ['/a'], when: { a: '1', b: '2' } },
    want: 'Where `a` fits `1`, `b` fits `2`: `/a` is another value in each response.',
  },
])('the relation $given is said as $want', async ({ given, want }) => {
  const operation = await operationOf('record-shop.yaml', 'listGenres');
  const relation = { when: {}, assumption: undefined, ...given } as unknown as Relation;
  const view = relationsView({ ...operation, relations: [relation] }, wordsOf('en'), links);
  expect(view?.items.map(({ markdown }) => markdown)).toEqual([want]);
});
