import { readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { untilSignal } from '../commands/until-signal.ts';
import {
  crashesOf,
  type DocumentRow,
  isHeld,
  renderRow,
  renderTotals,
  tableHead,
} from './documents/document-row.ts';
import { getPublicDocuments } from './documents/get-public-documents.ts';
import { runPart } from './documents/run-part.ts';

const help = `Usage: npm run documents -- DIR|FILE … [--json FILE] [--seconds 300] [--megabytes 2048]
       npm run documents -- --get DIR

Tries the kit on each document: makes a mock of it and runs the contract tests against that, builds its site, makes its types.
Each in a process of its own, with a limit of seconds and of megabytes of heap. Prints a table; --json writes all that was found.
--get brings the sixty public documents of scripts/chores/documents/public-documents.ts into a folder.
Exit code: 0 all hold, 1 some do not, 2 could not run, or was interrupted.`;

const { values, positionals } = parseArgs({
  options: {
    get: { type: 'string' },
    json: { type: 'string' },
    seconds: { type: 'string', default: '300' },
    megabytes: { type: 'string', default: '2048' },
    help: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const limits = { seconds: Number(values.seconds), megabytes: Number(values.megabytes) };

if (values.help || (positionals.length === 0 && values.get === undefined)) {
  console.log(help);
  process.exitCode = values.help ? 0 : 2;
} else {
  if (values.get !== undefined) getPublicDocuments(values.get, (file) => console.error(file));
  if (positionals.length > 0) process.exitCode = await tryDocuments(positionals.flatMap(filesOf));
}

function filesOf(given: string): readonly string[] {
  if (statSync(given).isFile()) return [given];
  const names = readdirSync(given).filter((name) => /\.(json|ya?ml)$/.test(name));
  return names.toSorted().map((name) => path.join(given, name));
}

async function tryDocuments(files: readonly string[]): Promise<number> {
  const interruption = new AbortController();
  untilSignal().then(() => interruption.abort());
  const { signal } = interruption;
  const rows: DocumentRow[] = [];
  console.log(tableHead);
  for (const [index, file] of files.entries()) {
    console.error(`${index + 1} of ${files.length}: ${file}`);
    const row = await tryDocument(file, signal);
    if (signal.aborted) break;
    rows.push(row);
    console.log(renderRow(row));
    if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, undefined, 1)}\n`);
  }
  console.log(`\n${renderTotals(rows)}`);
  if (signal.aborted) return 2;
  return rows.every((row) => isHeld(row) && crashesOf(row).length === 0) ? 0 : 1;
}

async function tryDocument(file: string, signal: AbortSignal): Promise<DocumentRow> {
  const contract = await runPart('contract', file, { limits, signal });
  const only = contract.state === 'done' ? contract.result.contradictions : [];
  return {
    name: path.basename(file),
    contract,
    opinion: only.length === 0 ? undefined : await runPart('opinion', file, { limits, only, signal }),
    docs: await runPart('docs', file, { limits, signal }),
    types: await runPart('types', file, { limits, signal }),
  };
}
