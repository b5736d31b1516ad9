import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runApiKit } from './run-command.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'diff-command-'));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('old.yaml', zoo('{ maximum: 20 }'));
  write('narrower.yaml', zoo('{ maximum: 10 }'));
  write('broken.yaml', 'openapi: [');
  write(
    'without-redocly.cjs',
    `const { Module } = require('node:module');
const find = Module._resolveFilename;
Module._resolveFilename = function (name, ...others) {
  if (!name.startsWith('@redocly/')) return find.call(this, name, ...others);
  throw Object.assign(new Error(name), { code: 'MODULE_NOT_FOUND' });
};`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function zoo(schema: string): string {
  return `openapi: 3.1.0
info: { title: Zoo, version: 1.0.0 }
paths:
  /cats:
    get:
      parameters: [{ name: max, in: query, schema: ${schema} }]
      responses: { 200: { description: Good. } }
`;
}

it.each([
  { given: ['old.yaml', 'old.yaml'], code: 0, says: /^Nothing breaks: 0 new, 0 other changes\.\n$/ },
  {
    given: ['old.yaml', 'narrower.yaml'],
    code: 1,
    says: /^Breaks clients\n- #\/paths\/~1cats\/get\/parameters\/0\/schema\/maximum: .*20.*10.*\n {4}narrower\.yaml:6\n\n1 change breaks clients: 0 new, 0 other changes\.\n$/,
  },
  { given: ['narrower.yaml', 'old.yaml'], code: 0, says: /^Nothing breaks/ },
])('ends with $code: $given', async ({ given, code, says }) => {
  const ended = await runApiKit(['diff', ...given], {}, folder);
  expect([ended.code, ended.stderr]).toEqual([code, '']);
  expect(ended.stdout).toMatch(says);
});

it.each([
  { what: 'a file that is not there', given: ['old.yaml', 'none.yaml'], says: /no such file.*none\.yaml/ },
  { what: 'a file that is no YAML', given: ['old.yaml', 'broken.yaml'], says: /broken\.yaml/ },
  { what: 'one document', given: ['old.yaml'], says: /missing required argument 'new'/ },
  {
    what: 'no Redocly',
    given: ['old.yaml', 'old.yaml'],
    environment: { NODE_OPTIONS: '--require ./without-redocly.cjs' },
    says: /^Documents are compared by a package that is not here: npm install --save-dev @redocly\/cli\n$/,
  },
])('says in a sentence why it can not: $what', async ({ given, environment = {}, says }) => {
  const ended = await runApiKit(['diff', ...given], environment, folder);
  expect([ended.code, ended.stdout]).toEqual([2, '']);
  expect(ended.stderr).toMatch(says);
});
