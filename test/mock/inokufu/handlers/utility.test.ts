import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { callHandler } from './call-handler.ts';

it('lists exactly the four types of the page, in its order', async () => {
  const { body } = await callHandler('listTypes');
  const lines = readFileSync(packageFile('mock/inokufu/fixtures/types.jsonl'), 'utf8').trim().split('\n');
  expect(JSON.stringify(body)).toBe(`[${lines.join(',')}]`);
  expect(body.map(({ type }: { type: string }) => type)).toEqual(['video', 'mooc', 'podcast', 'app']);
});

it('lists two languages and four levels', async () => {
  expect((await callHandler('listLangs')).body.map(({ lang }: { lang: string }) => lang)).toEqual([
    'en',
    'fr',
  ]);
  const blooms = (await callHandler('listBlooms')).body.map(({ bloom }: { bloom: string }) => bloom);
  expect(blooms).toEqual(['discover', 'understand', 'do', 'degree']);
});

it('lists the known providers, each with a logo for every scheme and shape at the origin that the client used', async () => {
  const { body } = await callHandler('listProviders');
  const ids = body.response.map(({ id }: { id: string }) => id);
  const known =
    'moncompteformation medium youtube udemy coursera applebooks dailymotion vimeo edx openclassrooms linkedinlearning applepodcasts soundcloud appstore googleplay';
  expect(ids).toEqual(expect.arrayContaining(known.split(' ')));
  for (const { logo } of body.response) {
    const kinds = logo.map(
      (one: { colorScheme: string; aspectRatio: string }) => `${one.colorScheme} ${one.aspectRatio}`,
    );
    expect(kinds.sort()).toEqual(['dark landscape', 'dark square', 'light landscape', 'light square']);
    for (const { url } of logo) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:4010\/media\/logos\//);
  }
});
