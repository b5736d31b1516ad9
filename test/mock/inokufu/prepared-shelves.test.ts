import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openShelves, storeShelves } from '../../../mock/inokufu/prepared-shelves.ts';
import { createSearch } from '../../../mock/inokufu/search/create-search.ts';
import type { SearchQuery } from '../../../mock/inokufu/search/search-query.ts';
import { shelveRecords } from '../../../mock/inokufu/search/shelve-records.ts';
import { sampleRecord } from './search/sample-record.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'shelves-'));
afterAll(() => rmSync(folder, { recursive: true }));

const records = [
  sampleRecord({ title: 'Bread for Beginners', description: 'Flour, water\nand “salt”.' }),
  sampleRecord({ title: 'Le pain de seigle' }, { lang: 'fr' }),
  sampleRecord({ title: 'Soup', description: 'With bread.' }, { keywords: ['crème brûlée'] }),
  sampleRecord({ title: 'Welding' }, { note: 0.5 }),
];
storeShelves(folder, records);
const query: SearchQuery = {
  lang: 'en',
  keywords: undefined,
  filters: [],
  sort: 'best',
  page: 0,
  max: 20,
  loosenable: new Set(),
};
const plain = ({ items, total, relaxed }: Awaited<ReturnType<ReturnType<typeof createSearch>>>) => ({
  items: items.map(({ public: shown, facets }) => ({ public: shown, facets })),
  total,
  relaxed,
});

it.each([
  { lang: 'en', text: 'bread' },
  { lang: 'en', text: 'braed' },
  { lang: 'en', text: 'brulee' },
  { lang: 'en', text: 'nothing at all' },
  { lang: 'fr', text: 'pain' },
] as const)('stored shelves find for $text what shelves of the same records find', async ({ lang, text }) => {
  const asked: SearchQuery = { ...query, lang, keywords: { text, match: 'near' } };
  const stored = plain(await createSearch(openShelves(folder))(asked));
  expect(stored).toEqual(plain(await createSearch(shelveRecords(records))(asked)));
});

it('reads a language when it is first searched, once', async () => {
  const search = createSearch(openShelves(folder));
  const first = await search(query);
  rmSync(path.join(folder, 'terms-en.bin'));
  expect((await search(query)).items[0]).toBe(first.items[0]);
  rmSync(path.join(folder, 'terms-fr.bin'));
  await expect(search({ ...query, lang: 'fr' })).rejects.toThrow('terms-fr.bin');
});
