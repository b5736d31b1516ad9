import { open, readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type Recording, RecordingError } from '../../openapi/operations/wire/har/recorded-call.ts';
import { pathHere } from './path-here.ts';
import { createCommand, type GivenBy, type OptionsOf } from './settings/create-command.ts';
import { StopError } from './stop-error.ts';

/** `api-kit judge`: whether recorded calls keep a document. Exit code 0 held, 1 broken, 2 nothing of this API was there. */
export function judgeCommand(): Command {
  return createCommand({
    name: 'judge',
    operands: 'files',
    description:
      'Judges recorded calls by a document: what browsers, Playwright and proxies save as HAR, or NDJSON.',
    help: `
Exit code: 0 nothing is wrong, 1 something is, 2 a file can't be read or holds no call of this API.`,
    run: runJudge,
  });
}

async function runJudge(
  given: string | undefined,
  { overlay: overlays, target, only, strict, coverage, json }: OptionsOf<'judge'>,
  { words: files }: GivenBy<'judge'>,
): Promise<void> {
  const { CannotGoOnError, judgeCalls, renderRecordingReport } = await import(
    '../../test/contract/contract-testing.ts'
  );
  // Opened before the work: a report that can't be kept is known at once.
  const output = json === undefined ? undefined : await open(json, 'w');
  const judge = await judgeCalls({
    document: given === undefined ? undefined : pathHere(given),
    overlays,
    targets: target,
    only,
    isStrict: strict,
    hasCoverage: coverage,
  }).catch((error: unknown) => {
    if (!(error instanceof CannotGoOnError)) throw error;
    throw new StopError(`${error.message}\n${error.advice}`, 2, { cause: error });
  });
  for (const file of files) {
    const { calls, skipped, mayLackCredentials } = await readFileOfCalls(file);
    const named = (place: string) => (files.length === 1 ? place : `${pathHere(file)} ${place}`);
    for (const call of calls) judge.see({ ...call, place: named(call.place) }, { mayLackCredentials });
    for (const entry of skipped) judge.skip({ ...entry, place: named(entry.place) });
  }
  const report = judge.report();
  process.stdout.write(renderRecordingReport(report, { nameFile: pathHere }));
  await output?.writeFile(`${JSON.stringify(report, null, 2)}\n`);
  await output?.close();
  process.exitCode = { held: 0, broken: 1, incomplete: 2 }[report.verdict];
}

async function readFileOfCalls(file: string): Promise<Recording> {
  const { readRecording } = await import('../../openapi/operations/wire/har/read-recording.ts');
  try {
    return readRecording(await readFile(file));
  } catch (cause) {
    if (!(cause instanceof RecordingError)) throw cause;
    throw new StopError(`${pathHere(file)}: ${cause.message}`, 2, { cause });
  }
}
