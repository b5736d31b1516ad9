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

/** What is read of a file named .csv with this text. */
function readCsv(text: string | Uint8Array) {
  const csvFile = path.join(folder, 'own.CSV');
  writeFileSync(csvFile, text);
  return readOwnLearningObjects(csvFile, model);
}

const columns = 'title,url,lang,type,bloom';
const weldingCells = 'Welding for beginners,https://courses.example/welding,en,mooc,do';

describe('learning objects of somebody else in CSV', () => {
  it('are what the same objects in JSON Lines are', async () => {
    const whole = {
      ...welding,
      type: ['mooc', 'video'],
      learningTimeValue: 40.5,
      author: [{ name: 'Ada Brook' }, { name: 'Bo' }],
      PriceSpecification: {
        '@context': 'https://schema.org/',
        '@type': 'PriceSpecification',
        'price-free': true,
      },
      rome: ['H2913', 'H2402'],
      formacode: ['01234'],
      ageMin: 16,
      coordinates: { latitude: 48.9, longitude: -2.4 },
    };
    write(whole, welding);
    const fromJson = await readOwnLearningObjects(file, model);
    const header =
      'title,url,picture,lang,type,bloom,learningTimeValue,author.name,PriceSpecification.@context,PriceSpecification.@type,PriceSpecification.price-free,rome,formacode,ageMin,coordinates.latitude,coordinates.longitude';
    const shared = `${welding.title},${welding.url},${welding.picture},en`;
    const fromCsv = await readCsv(
      [
        header,
        `${shared},mooc|video,do,40.5,Ada Brook | Bo,https://schema.org/,PriceSpecification,true,H2913|H2402,01234,16,48.9,-2.4`,
        `${shared},mooc,do,,,,,,,,,,`,
      ].join('\n'),
    );
    expect(fromCsv).toEqual(fromJson);
  });

  it('have quotes, commas and line breaks inside of quotes, a byte order mark and the ends of lines of Windows', async () => {
    const cells = '"Say ""hi"", twice\r\nor once",https://courses.example/hi,fr,"mooc|app",do';
    const read = await readCsv(`\uFEFF${columns}\r\n${cells}\r\n\r\n,,,,\r\n${weldingCells}`);
    expect(read.map((one) => one.public)).toEqual([
      {
        title: 'Say "hi", twice\nor once',
        url: 'https://courses.example/hi',
        lang: 'fr',
        type: ['mooc', 'app'],
        bloom: ['do'],
      },
      { title: welding.title, url: welding.url, lang: 'en', type: ['mooc'], bloom: ['do'] },
    ]);
  });

  const twoLines = '"Two\r\nlines",https://courses.example/two,en,mooc,do';
  it.each([
    {
      what: 'no title',
      row: ',https://a.example/,en,mooc,do',
      want: ', column title: is required: it must be text. ',
    },
    {
      what: 'an unknown type',
      row: 'T,https://a.example/,en,mooc|book,do',
      want: ', column type: must be one of video, mooc, podcast, app. ',
    },
    {
      what: 'a bad value behind a line break in quotes',
      row: '"T\r\nU",https://a.example/,en,mooc,do it,',
      want: ', column bloom: must be one of ',
    },
    {
      what: 'a number in words',
      row: 'T,https://a.example/,en,mooc,do,ten',
      want: ', column level: must be a number from -1 to 1. ',
    },
    {
      what: 'a comma without quotes',
      row: 'A, B,https://a.example/,en,mooc,do,',
      want: ': it has 7 cells, and there are 6 columns: put a cell with a comma in quotes. ',
    },
    { what: 'too few cells', row: 'T,https://a.example/', want: ': it has 2 cells, and there are 6 columns' },
    {
      what: 'a quote inside a cell',
      row: 'T "x",https://a.example/,en,mooc,do,',
      want: ': a quote stands inside a cell: ',
    },
    {
      what: 'text behind a quote',
      row: '"T"x,https://a.example/,en,mooc,do,',
      want: ': text follows a quote that closes a cell: ',
    },
    {
      what: 'an open quote',
      row: '"T,https://a.example/,en,mooc,do,\r\nU',
      want: ': a quote opens here, or on a line after it, and is not closed. ',
    },
  ])('are refused with line, column and what is expected: $what', async ({ row, want }) => {
    const cells = row.split(',').length === 5 ? `${row},` : row;
    const text = `${columns},level\r\n${twoLines},\r\n${twoLines},0.5\r\n${cells}\r\n`;
    await expect(readCsv(text)).rejects.toThrow(`own.CSV:6${want}`);
  });

  it.each([
    {
      what: 'a misspelt column',
      header: 'title,ulr',
      want: ':1: no field is called "ulr": did you mean "url"? The first',
    },
    {
      what: 'another separator',
      header: 'title;url',
      want: ':1: no field is called "title;url": known are title, url, ',
    },
    { what: 'an object without the field', header: 'title,coordinates', want: ', coordinates.latitude, ' },
    { what: 'a column twice', header: 'title,url,title', want: ':1: the column title is there twice. ' },
  ])('are refused for their columns: $what', async ({ header, want }) => {
    await expect(readCsv(`${header}\nA,B\n`)).rejects.toThrow(want);
  });

  it('are refused in another encoding, and where there is none', async () => {
    const latin = Buffer.from(`${columns}\nMétier,https://a.example/,fr,mooc,do\n`, 'latin1');
    await expect(readCsv(latin)).rejects.toThrow('own.CSV: it is not UTF-8: save it as "CSV UTF-8". ');
    await expect(readCsv(`${columns}\n`)).rejects.toThrow(/has no learning object\. The first line names/);
  });
});

describe('learning objects of somebody else', () => {
  it('are what the API shows and what else finds them', async () => {
    write(welding, { ...welding, title: 'Sewing', keywords: ['needle'], rome: ['H2402'], note: 0.5 });
    const facets = { lang: 'en', type: ['mooc'], bloom: ['do'], keywords: [] };
    expect(await readOwnLearningObjects(file, model)).toEqual([
      { public: welding, facets },
      {
        public: { ...welding, title: 'Sewing' },
        facets: { ...facets, keywords: ['needle'], rome: ['H2402'], note: 0.5 },
      },
    ]);
  });

  it('may begin with a byte order mark and end lines as Windows does', async () => {
    writeFileSync(file, `\uFEFF${JSON.stringify(welding)}\r\n${JSON.stringify(welding)}\r\n`);
    expect(await readOwnLearningObjects(file, model)).toHaveLength(2);
  });

  it.each([
    {
      what: 'no title',
      line: { ...welding, title: undefined },
      want: /:2 at \/title: is required: it must be text\. /,
    },
    {
      what: 'no language',
      line: { ...welding, lang: undefined },
      want: /:2 at \/lang: is required: it must be one of en, fr\. /,
    },
    {
      what: 'an unknown type',
      line: { ...welding, type: ['book'] },
      want: /:2 at \/type\/0: must be one of video, mooc, podcast, app\. /,
    },
    {
      what: 'a bad code',
      line: { ...welding, rome: ['12'] },
      want: /:2 at \/rome\/0: must be text such as A0000 /,
    },
    {
      what: 'a misspelt member',
      line: { ...welding, picure: 'x' },
      want: /:2 at \/picure: is not allowed here; known are lang, /,
    },
    { what: 'a list', line: [], want: /:2: must be an object/ },
    { what: 'null', line: null, want: /:2: must be an object/ },
    { what: 'no JSON', line: 'title,url', want: /:2: expected one JSON value/ },
  ])('are refused with the number of their line: $what', async ({ line, want }) => {
    write(welding, line);
    await expect(readOwnLearningObjects(file, model)).rejects.toThrow(want);
    await expect(readOwnLearningObjects(file, model)).rejects.toThrow(/with lang, type and bloom\.$/);
  });

  it('are refused where there is none', async () => {
    writeFileSync(file, '');
    await expect(readOwnLearningObjects(file, model)).rejects.toThrow(/has no learning object/);
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
