import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';
import { runApiKit } from './run-command.ts';
import { withoutPackage } from './without-package.ts';

const styles = packageFile('test/documents/styles.yaml');
const styledOperation = /export interface operations \{\s+\w+: \{/;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'types-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('writes the types of a document into a file', async () => {
  const out = path.join(folder, 'types.ts');
  expect(await runApiKit(['types', styles, '--out', out])).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readFileSync(out, 'utf8')).toMatch(styledOperation);
});

it('prints them without a file', async () => {
  const { stdout } = await runApiKit(['types', styles]);
  expect(stdout).toMatch(/^\/\/ Made by `api-kit types` from test\/documents\/styles\.yaml/);
});

it('says what to install where that is not there', async () => {
  expect(await runApiKit(['types', styles], withoutPackage('openapi-typescript'))).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'Types are made by two packages that are not here: npm install --save-dev openapi-typescript typescript\n',
  });
});

it.each([
  { view: 'client', want: /\bpage\?: components/ },
  { view: 'handler', want: /\bpage: components/ },
])('has the view of a $view of defaults', async ({ view, want }) => {
  const { stdout } = await runApiKit(['types', '--view', view]);
  expect(stdout).toMatch(want);
});
