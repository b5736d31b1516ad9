import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { sampleLanguages } from '../../docs-src/engine/samples/index.ts';
import type { SampleInterpreter } from '../../docs-src/engine/samples/sample-request.ts';

/** The languages of the printed samples, as their code fences name them. */
export type SampleLanguage = 'shell' | 'python' | 'php' | 'javascript';

export interface Interpreter {
  readonly program: string;
  /** Name of the file that a sample is written to. */
  readonly fileName: string;
}

function interpreterOf(language: SampleLanguage): SampleInterpreter {
  const found = sampleLanguages.find(({ id }) => id === language);
  if (found === undefined) throw new Error(`There are no samples in ${language}.`);
  return found.interpreter;
}

const known = new Map<SampleLanguage, Interpreter | undefined>();

/** The first program of this machine that can run samples of the language, or undefined. Looked for once. */
export function findInterpreter(language: SampleLanguage): Interpreter | undefined {
  if (!known.has(language)) known.set(language, lookFor(interpreterOf(language)));
  return known.get(language);
}

function lookFor({ commands, fileName }: SampleInterpreter): Interpreter | undefined {
  const found = commands
    // The Node that runs the tests.
    .map(([program, ...probe]) => ({ program: program === 'node' ? process.execPath : program, probe }))
    .find(
      ({ program, probe }) => spawnSync(program, probe, { stdio: 'ignore', timeout: 10_000 }).status === 0,
    );
  return found && { program: found.program, fileName };
}

/** How to get what `findInterpreter` did not find. */
export function howToGet(language: SampleLanguage): string {
  return `${language} samples can't run here. On Debian: apt-get install ${interpreterOf(language).packages}`;
}
