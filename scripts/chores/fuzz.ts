import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { parse } from 'yaml';
import type { JsonValue } from '../../openapi/model/api-model.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { commandLineOptions } from '../commands/settings/command-line-options.ts';
import { wholeNumber } from '../config/kinds/words.ts';
import { caseOfSeed } from './fuzz/arbitrary-case.ts';
import { type CaseProcess, createCaseProcess, serveCases } from './fuzz/case-process.ts';
import { type FuzzCase, type FuzzFailure, kindOf } from './fuzz/fuzz-case.ts';
import { reduceCase } from './fuzz/reduce-case.ts';

/**
 * `npm run fuzz`: documents, handlers and requests that nobody thought of. The process must live, each request get a reply
 * that a client can read, and the admin side stay readable. Case `n` of a run is the first of `--seed SEED+n`.
 */
interface FuzzOptions {
  readonly seed?: number;
  readonly count?: number;
  readonly case?: string;
}

if (process.argv.includes('--serve')) serveCases();
else {
  const program = new Command('fuzz');
  const numbers = commandLineOptions({
    seed: {
      kind: wholeNumber('a whole number', {}),
      description: 'where to start',
      otherwise: 'the time of day',
    },
    count: {
      kind: wholeNumber('a whole number above 0', { minimum: 1 }),
      description: 'how many cases',
      otherwise: '500',
    },
  });
  for (const option of numbers) program.addOption(option);
  program.option('--case <file>', 'one case that an earlier run has written').parse();
  process.exitCode = await fuzz(program.opts<FuzzOptions>());
}

async function fuzz({
  seed = Math.floor(Date.now() / 1_000),
  count = 500,
  case: file,
}: FuzzOptions): Promise<number> {
  const cases = createCaseProcess(import.meta.filename);
  const kinds = new Set<string>();
  const documents = file === undefined ? startingDocuments() : [];
  const total = file === undefined ? count : 1;
  try {
    for (let index = 0; index < total; index += 1) {
      const given =
        file === undefined
          ? caseOfSeed(seed + index, documents)
          : (JSON.parse(readFileSync(file, 'utf8')) as FuzzCase); // Written by `report`.
      for (const failure of await cases.run(given)) {
        if (kinds.has(kindOf(failure))) continue;
        kinds.add(kindOf(failure));
        await report(failure, given, file ?? `seed ${seed + index}`, cases);
      }
      if ((index + 1) % 100 === 0)
        console.error(`${index + 1} of ${total} cases, ${kinds.size} kinds of failure`);
    }
  } finally {
    cases.end();
  }
  const from = file === undefined ? ` from seed ${seed}` : '';
  console.log(`${total} cases${from}: ${kinds.size === 0 ? 'all held' : `${kinds.size} kinds of failure`}.`);
  return kinds.size === 0 ? 0 : 1;
}

/** The documents that are changed: the toy documents of the tests, and our own. */
function startingDocuments(): readonly JsonValue[] {
  const folder = packageFile('test/documents');
  const names = readdirSync(folder)
    .filter((name) => /\.(yaml|json)$/.test(name))
    .sort();
  const files = [
    ...names.map((name) => path.join(folder, name)),
    packageFile('openapi/generated/openapi.json'),
  ];
  return files.map((file) => parse(readFileSync(file, 'utf8'), { maxAliasCount: -1 }) as JsonValue);
}

async function report(
  failure: FuzzFailure,
  given: FuzzCase,
  name: string,
  cases: CaseProcess,
): Promise<void> {
  const kind = kindOf(failure);
  console.log(`\n${name}: ${failure.during}\n  ${failure.message.replaceAll('\n', '\n  ')}`);
  for (const frame of failure.stack) console.log(`    ${frame}`);
  const smallest = await reduceCase(given, async (smaller) =>
    (await cases.run(smaller)).some((found) => kindOf(found) === kind),
  );
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'fuzz-case-')), 'case.json');
  writeFileSync(file, `${JSON.stringify(smallest, undefined, 1)}\n`);
  console.log(`  The smallest case is in ${file}; npm run fuzz -- --case ${file} plays it again.`);
}
