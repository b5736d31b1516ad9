import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkReleased } from '../../../../scripts/chores/released/check-released.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'released-'));
  for (const folder of ['generated', 'released'])
    mkdirSync(path.join(root, 'openapi', folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, version: string, paths: readonly string[]): void {
  const operation = { get: { responses: { 200: { description: 'Good.' } } } };
  const document = {
    openapi: '3.1.0',
    info: { title: 'Zoo', version },
    paths: Object.fromEntries(paths.map((one) => [one, operation])),
  };
  writeFileSync(path.join(root, 'openapi', file), JSON.stringify(document));
}

it.each([
  { change: 'none', version: '1.0.0', paths: ['/cats', '/dogs'], says: [] },
  { change: 'something new', version: '1.0.0', paths: ['/cats', '/dogs', '/owls'], says: [] },
  {
    change: 'a lost path',
    version: '1.0.0',
    paths: ['/cats'],
    says: ['`/dogs` was removed', 'a new version'],
  },
  {
    change: 'a lost path in a new version',
    version: '2.0.0',
    paths: ['/cats'],
    says: ['cp openapi/generated/openapi.json openapi/released/openapi-2.0.0.json'],
  },
])('of a document with $change is said what to do: $says', async ({ version, paths, says }) => {
  write('released/openapi-1.0.0.json', '1.0.0', ['/cats', '/dogs']);
  write('generated/openapi.json', version, paths);
  const said = await checkReleased(root);
  expect(said === undefined).toBe(says.length === 0);
  for (const words of says) expect(said).toContain(words);
});
