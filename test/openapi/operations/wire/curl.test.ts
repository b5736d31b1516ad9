import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curlLine, quoteShell } from '../../../../openapi/operations/wire/curl.ts';

it('a shell reads back every word that was quoted, but for the NUL that none can hold', () => {
  const character = fc.constantFrom(...'\\\'"$`!~ \t\n\r\u0007\u001b\u007f\u009b', 'é', '😀', 'x', '0', 'a');
  const words = fc.sample(fc.string({ unit: character }), { numRuns: 300, seed: 1 });
  const script = `printf '%s\\0' ${words.map(quoteShell).join(' ')}`;
  const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stdout.split('\0').slice(0, -1)).toEqual(words);
});

describe('curlLine', () => {
  const plain = { method: 'GET', url: 'http://h.example/a?b=1&c=2', headers: {}, body: undefined };
  it.each([
    { given: plain, want: `curl 'http://h.example/a?b=1&c=2'` },
    { given: { ...plain, url: 'http://h/{a}' }, want: `curl --globoff 'http://h/{a}'` },
    { given: { ...plain, method: 'PUT' }, want: `curl --request PUT '${plain.url}'` },
    { given: { ...plain, method: 'HEAD' }, want: `curl --head '${plain.url}'` },
    { given: { ...plain, method: 'POST', body: 'a' }, want: `curl '${plain.url}' --data-raw 'a'` },
    { given: { ...plain, body: Buffer.from('é') }, want: `curl --request GET '${plain.url}' --data-raw 'é'` },
    { given: { ...plain, headers: { A: 'b', C: '' } }, want: `curl '${plain.url}' -H 'A: b' -H 'C;'` },
  ])('prints $want', ({ given, want }) => {
    expect(curlLine(given)).toBe(want);
  });
});
