import { expect, test } from 'vitest';
import type { PageLinks } from '../../../../docs-src/engine/views/page-links.ts';
import { relationsView } from '../../../../docs-src/engine/views/relations-view.ts';
import { wordsOf } from '../../../../docs-src/engine/words/words.ts';
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
