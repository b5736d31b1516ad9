import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../openapi/model/package-root.ts';
import { makeFixtures } from './fixtures/make-fixtures.ts';
import { findDrift } from './generate/find-drift.ts';

// Writes mock/inokufu/fixtures/*.jsonl from the words in scripts/chores/fixtures; with --check it says which of them are out
// of date, and writes nothing. Same words, same bytes.
const files = new Map([...makeFixtures()].map(([name, text]) => [`mock/inokufu/fixtures/${name}`, text]));
const parameters = process.argv.slice(2);

if (parameters.some((parameter) => parameter !== '--check')) {
  console.error('Usage: npm run fixtures [-- --check]');
  process.exitCode = 2;
} else if (parameters.length > 0) {
  const drifted = await findDrift(files, packageRoot);
  for (const name of drifted) console.error(`${name} does not fit the words any more.`);
  if (drifted.length > 0) {
    console.error('Run `npm run fixtures` and commit what it writes.');
    process.exitCode = 1;
  } else console.log('mock/inokufu/fixtures fits the words');
} else {
  for (const [name, text] of files) {
    const file = path.join(packageRoot, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${name}: ${text.split('\n').length - 1} lines, ${(text.length / 1e6).toFixed(2)} MB`);
  }
}
