import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageFile } from '../../openapi/model/package-root.ts';
import { makeFixtures } from './fixtures/make-fixtures.ts';

// Writes mock/inokufu/fixtures/*.jsonl from the words in scripts/chores/fixtures. Same words, same bytes.
const folder = packageFile('mock/inokufu/fixtures');
mkdirSync(folder, { recursive: true });
for (const [name, text] of makeFixtures()) {
  writeFileSync(path.join(folder, name), text);
  console.log(`${name}: ${text.split('\n').length - 1} lines, ${(text.length / 1e6).toFixed(2)} MB`);
}
