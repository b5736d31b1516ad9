import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';
import { runApiKit } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'judge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const recordings = packageFile('test/recordings');
const library = packageFile('test/documents/lending-library.yaml');
const judge = (...words: readonly string[]) =>
  runApiKit(['judge', ...words, '--document', library, '--no-config'], {}, recordings);

it.each([
  { files: ['firefox.har'], code: 0, says: 'The contract holds: 2 of 2 entries judged.' },
  {
    files: ['mitmproxy.har'],
    code: 1,
    says: 'The contract is broken: 2 of 2 entries judged, 1 thing wrong.',
  },
  { files: ['firefox.har', 'mitmproxy.har'], code: 1, says: '(mitmproxy.har entry 2: GET /v1/books)' },
  {
    files: ['firefox.har', '--target', 'http://a.example'],
    code: 2,
    says: 'No verdict: 0 of 2 entries judged.',
  },
  { files: ['journal.ndjson', '--strict'], code: 1, says: '1 thing wrong.' },
  { files: ['safari.har', '--coverage'], code: 0, says: 'Coverage: 1 of 3 operations' },
  { files: ['chrome.har', '--only', 'readOpeningHours'], code: 2, says: '2 are of other operations' },
])('ends with $code: $files', async ({ files, code, says }) => {
  const ended = await judge(...files);
  expect([ended.code, ended.stderr]).toEqual([code, '']);
  expect(ended.stdout).toContain(says);
});

it.each([
  {
    words: ['cut-off.har'],
    says: /^cut-off\.har: It is not JSON: .* Was it written to its end\? Give a HAR/,
  },
  { words: ['none.har'], says: /no such file or directory, open 'none\.har'/ },
  {
    words: ['safari.har', '--only', 'search'],
    says: /^The document has no operation search\.\nIt has: listBooks/,
  },
  { words: ['safari.har', '--json', 'none/report.json'], says: /no such file or directory, open 'none/ },
  { words: [], says: /missing required argument 'file'/ },
])('says in a sentence what it can not do: $words', async ({ words, says }) => {
  const ended = await judge(...words);
  expect([ended.code, ended.stdout]).toEqual([2, '']);
  expect(ended.stderr).toMatch(says);
});

it('says of a call of version 3 that it is one', async () => {
  const file = path.join(folder, 'v3.ndjson');
  const request = { method: 'GET', url: 'https://api.inokufu.com/learningobject/v3/lo/1' };
  writeFileSync(file, JSON.stringify({ request, response: { status: 404 } }));
  const { code, stdout } = await runApiKit(['judge', file, '--no-config']);
  expect([code, stdout.match(/- .*/g)?.[0]]).toEqual([
    1,
    '- other-version: This call is of another version of the API: it asks for version 3, which has other paths and parameters.',
  ]);
});

it('writes what it found as JSON, too', async () => {
  const file = path.join(folder, 'report.json');
  await judge('mitmproxy.har', '--json', file);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    verdict: 'broken',
    counts: { entries: 2, judged: 2 },
    findings: [{ code: 'missing-header', name: 'X-Total', calls: 1, places: ['entry 2: GET /v1/books'] }],
  });
});
