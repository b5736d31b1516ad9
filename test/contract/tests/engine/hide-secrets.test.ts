import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { curlWithoutSecrets, maskSecrets } from '../../engine/hide-secrets.ts';

const plain = { method: 'GET', url: 'http://h.example/a?b=1&c=2', headers: {}, body: undefined };

test.each([
  { rule: 'a GET is a URL in quotes', given: plain, want: `curl -i 'http://h.example/a?b=1&c=2'` },
  {
    rule: 'a body makes it a POST',
    given: { ...plain, method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' },
    want: `curl -i 'http://h.example/a?b=1&c=2' -H 'content-type: application/json' --data-raw '{"a":1}'`,
  },
  {
    rule: 'another method is named, and what curl would take for a pattern is none',
    given: { ...plain, method: 'PUT', url: 'http://h.example/{a}?b[]=1' },
    want: `curl -i --globoff --request PUT 'http://h.example/{a}?b[]=1'`,
  },
  {
    rule: 'HEAD is an option of curl',
    given: { ...plain, method: 'HEAD' },
    want: `curl -i --head '${plain.url}'`,
  },
  {
    rule: 'the key becomes a variable wherever it stands',
    given: {
      ...plain,
      url: 'http://h.example/?key=s%2F1',
      headers: { 'x-api-key': 's/1', cookie: 'a=s/1; b=2' },
    },
    want: `curl -i 'http://h.example/?key='"$API_KIT_KEY" -H 'x-api-key: '"$API_KIT_KEY" -H 'cookie: a='"$API_KIT_KEY"'; b=2'`,
  },
  {
    rule: 'a header with nothing in it has the spelling that makes curl send it',
    given: { ...plain, headers: { 'x-empty': '' } },
    want: `curl -i '${plain.url}' -H 'x-empty;'`,
  },
])('$rule', ({ given, want }) => {
  expect(curlWithoutSecrets(given, ['s/1'])).toBe(want);
});

test('a shell reads back exactly what was sent, whatever quotes and signs stand in it', () => {
  const body = `it's "$HOME" \`id\` \\ '"$API_KIT_KEY"' ''"$ é\n%\u0007`;
  const line = curlWithoutSecrets({ ...plain, method: 'POST', body: `${body}SECRET` }, ['SECRET']);
  const words = spawnSync('bash', ['-c', `printf '%s\\0' ${line}`], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, API_KIT_KEY: 'SECRET' },
  }).stdout.split('\0');
  expect(words.slice(0, -1)).toEqual(['curl', '-i', plain.url, '--data-raw', `${body}SECRET`]);
});

test('asterisks stand for a key in a text, the longer of two keys first', () => {
  expect(maskSecrets('key abc and abc%2Fd, ab', ['abc', 'abc/d'])).toBe('key *** and ***, ab');
});
