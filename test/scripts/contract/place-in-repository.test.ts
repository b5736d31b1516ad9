import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlaceFinder } from '../../../scripts/commands/contract/place-in-repository.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'places-'));
  writeFileSync(
    path.join(folder, 'api.yaml'),
    [
      'paths:',
      '  /books:',
      '    get: &read',
      '      parameters:',
      '        - name: max',
      '        - name: page',
      '    head: *read',
      '  "/a b": {}',
      '200: x',
    ].join('\n'),
  );
  writeFileSync(
    path.join(folder, 'api.json'),
    JSON.stringify({ paths: { '/books': { get: [1, 2] } } }, null, 1),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the line of a place', () => {
  it.each([
    ['the whole', 'api.yaml', '', 1],
    ['a key', 'api.yaml', '/paths/~1books', 2],
    ['an item', 'api.yaml', '/paths/~1books/get/parameters/1', 6],
    ['what an alias stands for', 'api.yaml', '/paths/~1books/head/parameters/1/name', 6],
    ['a quoted key', 'api.yaml', '/paths/~1a b', 8],
    ['a key that is a number', 'api.yaml', '/200', 9],
    ['what is not there: the last on the way', 'api.yaml', '/paths/~1books/get/security/0', 3],
    ['a place in JSON', 'api.json', '/paths/~1books/get/1', 6],
  ])('is found for %s', (_, file, pointer, line) => {
    expect(createPlaceFinder(folder)({ file: path.join(folder, file), pointer })).toEqual({ file, line });
  });

  it.each(['https://a.example/api.yaml', path.join(tmpdir(), 'elsewhere.yaml'), '/dev/fd/63'])(
    'is not looked for in %s',
    (file) => {
      expect(createPlaceFinder(folder)({ file, pointer: '' })).toBeUndefined();
    },
  );
});
