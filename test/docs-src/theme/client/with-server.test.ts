import { expect, test } from 'vitest';
import { withServer, withServers } from '../../../../docs-src/theme/client/with-server.ts';

const offered = ['https://a.example', 'https://a.example/v1', '/mock'];

test.each([
  ['https://a.example/v1/pets', 'https://b.example', 'https://b.example/pets'],
  ['https://a.example/v1', 'https://b.example', 'https://b.example'],
  ['https://a.example/v10/pets', 'https://b.example', 'https://b.example/v10/pets'],
  // An operation with a server of its own.
  ['https://files.example/pets', 'https://b.example', 'https://files.example/pets'],
  ['https://a.example.org/pets', 'https://b.example', 'https://a.example.org/pets'],
  ['https://a.example/v1?page=2', 'https://b.example', 'https://b.example?page=2'],
  ['https://a.example/v1/pets', undefined, 'https://a.example/v1/pets'],
])('%s on %s is %s', (url, chosen, want) => {
  expect(withServer(url, chosen, offered)).toBe(want);
});

test('code that names a server of the page names the chosen one', () => {
  const code =
    "get('https://a.example/v1/pets?q=https://c.example'); // https://a.example.org, not https://a.example/v1";
  expect(withServers(code, 'https://b.example', offered)).toBe(
    "get('https://b.example/pets?q=https://c.example'); // https://a.example.org, not https://b.example",
  );
  expect(withServers(code, undefined, offered)).toBe(code);
});
