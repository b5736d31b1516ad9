import { describe, expect, it } from 'vitest';
import { mostLevels } from '../../../../openapi/model/read/nesting.ts';
import { parseFile } from '../../../../openapi/model/read/parse-file.ts';
import { modelOf } from '../../model-of.ts';

const within = mostLevels;
const beyond = mostLevels + 1;
const faultsOf = async (name: string, text: string) =>
  (await parseFile(name, text)).faults.map(({ message }) => message);

describe('a text that is nested too deep to be read', () => {
  it.each<{ shape: string; name: string; make: (levels: number) => string }>([
    { shape: 'lists', name: 'a.json', make: (levels) => '['.repeat(levels) + ']'.repeat(levels) },
    { shape: 'objects', name: 'a.json', make: (levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}` },
    {
      shape: 'flow lists',
      name: 'a.yaml',
      make: (levels) => `a: ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}`,
    },
    {
      shape: 'flow maps',
      name: 'a.yaml',
      make: (levels) => `a: ${'{a: '.repeat(levels - 1)}1${'}'.repeat(levels - 1)}`,
    },
    { shape: 'lists in one line', name: 'a.yaml', make: (levels) => `${'- '.repeat(levels)}x` },
    {
      shape: 'block maps',
      name: 'a.yaml',
      make: (levels) =>
        `${Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n')} x`,
    },
  ])('is told: $shape', async ({ name, make }) => {
    expect(await faultsOf(name, make(within))).toEqual([]);
    for (const levels of [beyond, 5_000]) {
      expect(await faultsOf(name, make(levels))).toEqual([
        expect.stringContaining('nested deeper than 500 levels'),
      ]);
    }
  });

  it.each([
    { what: 'brackets in a text', text: `a: "${'['.repeat(5_000)}"` },
    { what: 'brackets in a comment', text: `a: 1 # ${'{'.repeat(5_000)}` },
    { what: 'a text that is far from its margin', text: `a: |\n${' '.repeat(3_000)}b` },
  ])('is not $what', async ({ text }) => {
    expect(await faultsOf('a.yaml', text)).toEqual([]);
  });
});

it('leaves out what lies too deep in a JSON document, names its place and serves the rest', async () => {
  const deep = JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`) as unknown;
  const get = {
    responses: { 200: { description: 'ok', content: { 'application/json': { example: deep } } } },
  };
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    paths: { '/a': { get } },
  });
  expect(model.operations).toHaveLength(1);
  const [warning] = model.warnings.filter(({ message }) => message.includes('nested'));
  expect(warning?.location.pointer).toMatch(
    /^\/paths\/~1a\/get\/responses\/200\/content\/application~1json\/example\//,
  );
});
