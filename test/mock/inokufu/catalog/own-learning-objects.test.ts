import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readOwnLearningObjects } from '../../../../mock/inokufu/catalog/read-own-learning-objects.ts';
import { createMockServer } from '../../../../mock/server.ts';
import { readOwnModel } from '../own-model.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'own-objects-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, 'own.jsonl');
const model = await readOwnModel();

const welding = {
  title: 'Welding for beginners',
  url: 'https://courses.example/welding',
  picture: '/media/pictures/law/app-1.svg',
  lang: 'en',
  type: ['mooc'],
  bloom: ['do'],
};

function write(...lines: readonly unknown[]): void {
  const texts = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  writeFileSync(file, `${texts.join('\n')}\n`);
}

describe('learning objects of somebody else', () => {
  it('are what the API shows and what else finds them', () => {
    write(welding, { ...welding, title: 'Sewing', keywords: ['needle'], rome: ['H2402'], note: 0.5 });
    const facets = { lang: 'en', type: ['mooc'], bloom: ['do'], keywords: [] };
    expect(readOwnLearningObjects(file, model)).toEqual([
      { public: welding, facets },
      {
        public: { ...welding, title: 'Sewing' },
        facets: { ...facets, keywords: ['needle'], rome: ['H2402'], note: 0.5 },
      },
    ]);
  });

  it('may begin with a byte order mark and end lines as Windows does', () => {
    writeFileSync(file, `\uFEFF${JSON.stringify(welding)}\r\n${JSON.stringify(welding)}\r\n`);
    expect(readOwnLearningObjects(file, model)).toHaveLength(2);
  });

  it.each([
    { what: 'no title', line: { ...welding, title: undefined }, want: /:2: must have .*'title'/ },
    { what: 'no language', line: { ...welding, lang: undefined }, want: /:2: must have .*'lang'/ },
    { what: 'an unknown type', line: { ...welding, type: ['book'] }, want: /:2 at \/type\/0: / },
    { what: 'a bad code', line: { ...welding, rome: ['12'] }, want: /:2 at \/rome\/0: / },
    { what: 'a misspelt member', line: { ...welding, picure: 'x' }, want: /:2: .*: picure\. / },
    { what: 'a list', line: [], want: /:2: must be object/ },
    { what: 'null', line: null, want: /:2: must be object/ },
    { what: 'no JSON', line: 'title,url', want: /:2: expected one JSON value/ },
  ])('are refused with the number of their line: $what', ({ line, want }) => {
    write(welding, line);
    expect(() => readOwnLearningObjects(file, model)).toThrow(want);
    expect(() => readOwnLearningObjects(file, model)).toThrow(/with lang, type and bloom\.$/);
  });

  it('are refused where there is none', () => {
    writeFileSync(file, '');
    expect(() => readOwnLearningObjects(file, model)).toThrow(/has no learning object/);
  });

  it('are all that the search finds, with the address of the mock before a picture of its own', async () => {
    write(welding, { ...welding, title: 'Python on one page' });
    await using mock = await createMockServer({ listen: false, learningObjects: file });
    const found = async (keywords: string) => {
      const query = `keywords=${keywords}&lang=en&type=mooc&bloom=do&model=strict&max=10`;
      const reply = await mock.fetch(`${mock.apiUrl}/search?${query}`, {
        headers: { 'x-api-key': 'mock-pro-key' },
      });
      return (await reply.json()).response;
    };
    expect((await found('python')).content.map(({ title }: { title: string }) => title)).toEqual([
      'Python on one page',
    ]);
    expect((await found('welding')).content).toEqual([
      { ...welding, picture: 'http://localhost/media/pictures/law/app-1.svg' },
    ]);
  });

  it("are refused beside somebody else's document", async () => {
    const document = 'test/documents/shop.yaml';
    await expect(createMockServer({ document, learningObjects: file })).rejects.toThrow(/leave out document/);
  });
});
