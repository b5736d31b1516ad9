import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { JsonObject } from '../../../openapi/model/api-model.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { yamlText } from '../../../openapi/model/yaml-text.ts';

test.each([
  [
    { a: 'plain text', b: 1, c: null, d: true, g: [], f: {} },
    'a: plain text\nb: 1\nc: null\nd: true\ng: []\nf: {}\n',
  ],
  [{ list: [{ x: 1, z: [2] }, 'three'] }, 'list:\n  - x: 1\n    z:\n      - 2\n  - three\n'],
  [{ text: 'two\nlines\n' }, 'text: |\n  two\n  lines\n'],
  [{ '200': 'yes', no: '1.0' }, '"200": "yes"\n"no": "1.0"\n'],
])('writes %j', (given, want) => {
  expect(yamlText(given as JsonObject)).toBe(want);
});

test('writes text that reads back as the same value', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '',
      ' ',
      'a: b',
      'a #b',
      '- a',
      '? a',
      '&a',
      '*a',
      '!a',
      '%a',
      '@a',
      '`a',
      '"a',
      "'a",
      '{a',
      '[a',
      'a:',
      '2024-01-01',
      '0x1F',
      '1_000',
      '.5',
      '~',
      'null',
      'No',
      'on',
      '\ttab',
      'a\n',
      'a\n\n',
      '\na',
      ' a\nb',
      'a \nb',
      'a\r\nb',
      'a\n b\n',
      '=',
      '<<',
      '---',
      '...',
      'a\n---\nb',
      '1e3',
      '12:30',
      'a\u2028b',
      '\ufeffa',
    ),
  );
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      nasty,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(nasty, tie('value'), { maxKeys: 4 }).map((object) => ({ ...object })),
    ),
  }));
  const objects = fc
    .dictionary(
      nasty.filter((key) => key !== '__proto__'),
      json.value,
      { maxKeys: 5 },
    )
    .map((object) => ({ ...object }));
  fc.assert(
    fc.property(objects, (object) => {
      expect(parse(yamlText(object as JsonObject), { maxAliasCount: -1 })).toEqual(
        JSON.parse(JSON.stringify(object)),
      );
    }),
    { numRuns: 500, seed: 7 },
  );
});

test('writes this package’s own document', async () => {
  const model = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
  expect(parse(yamlText(model.bundled))).toEqual(model.bundled);
});
