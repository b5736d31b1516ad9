import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import type { Interpreter } from './interpreters.ts';

/** What a reader sees who pastes a sample into a file (or a shell) and runs it. */
export interface SampleRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the code, unchanged, with the language's own interpreter in a folder that holds these files (by name) alone. */
export async function runSample(
  interpreter: Interpreter,
  code: string,
  files: Readonly<Record<string, string>> = {},
): Promise<SampleRun> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sample-'));
  try {
    for (const [name, text] of Object.entries({ ...files, [interpreter.fileName]: code }))
      await writeFile(path.join(folder, name), text);
    return await run(interpreter.program, [interpreter.fileName], folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(program: string, args: readonly string[], folder: string): Promise<SampleRun> {
  // No proxy of this machine may stand between a sample and 127.0.0.1.
  const environment = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', NO_PROXY: '127.0.0.1' };
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd: folder, env: environment, timeout: 30_000 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}
