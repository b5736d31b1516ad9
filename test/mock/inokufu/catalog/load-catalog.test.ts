import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../../mock/inokufu/catalog/load-catalog.ts';
import { loadLearningObjects } from '../../../../mock/inokufu/catalog/load-learning-objects.ts';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readOwnModel } from '../own-model.ts';

const model = await readOwnModel();
const folder = mkdtempSync(path.join(tmpdir(), 'fixtures-'));
afterAll(() => rmSync(folder, { recursive: true }));

cpSync(packageFile('mock/inokufu/fixtures'), folder, { recursive: true });
const objects = path.join(folder, 'learning-objects.jsonl');
const providers = path.join(folder, 'providers.jsonl');
const [firstProvider = ''] = readFileSync(providers, 'utf8').split('\n');

const record = (shown: unknown, facets: unknown = {}): string =>
  JSON.stringify({
    public: shown,
    facets: { lang: 'en', type: ['mooc'], bloom: ['do'], keywords: [], ...(facets as object) },
  });
const good = record({
  title: 'T',
  url: 'https://www.edx.example/t',
  picture: '/media/pictures/law/app-1.svg',
});

describe('a fixture that does not fit is refused with file, line and pointer', () => {
  it.each([
    ['a level above 1', record({ title: 'T', url: 'https://e.example/', level: 2 }), '/public/level'],
    ['no title', record({ url: 'https://e.example/' }), '/public/title'],
    ['a url that is none', record({ title: 'T', url: 'nowhere' }), '/public/url'],
    ['an unknown type', record({ title: 'T', url: 'https://e.example/', type: ['book'] }), '/public/type/0'],
    ['a note of 0', record({ title: 'T', url: 'https://e.example/' }, { note: 0 }), '/facets/note'],
    [
      'a facet that nobody reads',
      record({ title: 'T', url: 'https://e.example/' }, { colour: 1 }),
      '/facets/colour',
    ],
    ['no facets', JSON.stringify({ public: { title: 'T', url: 'https://e.example/' } }), '/facets'],
    ['a list', '[]', '/facets'],
    ['null', 'null', '/facets'],
  ])('%s', (_what, line, pointer) => {
    writeFileSync(objects, `${good}\n${line}\n`);
    expect(() => loadLearningObjects({ model, folder })).toThrow(`${objects}:2 at ${pointer}: `);
  });

  it('a line that is not JSON', () => {
    writeFileSync(objects, `${good}\n${good}\n{"public":\n`);
    expect(() => loadLearningObjects({ model, folder })).toThrow(`${objects}:3: expected one JSON value`);
  });

  it('a provider with three logos', () => {
    const provider = JSON.parse(firstProvider);
    writeFileSync(providers, `${JSON.stringify({ ...provider, logo: provider.logo.slice(1) })}\n`);
    expect(() => loadCatalog({ model, folder })).toThrow(`${providers}:1 at /logo: `);
  });
});

it('reads records that fit, pictures as paths', () => {
  writeFileSync(objects, `${good}\n`);
  const learningObjects = loadLearningObjects({ model, folder });
  expect(learningObjects.map((one) => one.public.picture)).toEqual(['/media/pictures/law/app-1.svg']);
});
