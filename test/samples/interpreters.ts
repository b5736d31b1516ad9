import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** The languages of the printed samples, as their code fences name them. */
export type SampleLanguage = 'shell' | 'python' | 'php' | 'javascript';

export interface Interpreter {
  readonly program: string;
  /** Name of the file that a sample is written to. */
  readonly fileName: string;
}

const candidates: Record<SampleLanguage, readonly (readonly [program: string, ...probe: string[]])[]> = {
  shell: [['bash', '-c', 'curl --version']],
  // A python3 on the PATH often is one of pyenv's, without the packages of the distribution.
  python: [
    ['python3', '-c', 'import requests'],
    ['/usr/bin/python3', '-c', 'import requests'],
    ['/usr/local/bin/python3', '-c', 'import requests'],
  ],
  php: [['php', '-r', 'exit(function_exists("curl_init") ? 0 : 1);']],
  javascript: [[process.execPath, '--version']],
};

const fileNames: Record<SampleLanguage, string> = {
  shell: 'sample.sh',
  python: 'sample.py',
  php: 'sample.php',
  // A module: samples may await at the top level.
  javascript: 'sample.mjs',
};

const packages: Record<SampleLanguage, string> = {
  shell: 'bash curl',
  python: 'python3 python3-requests',
  php: 'php-cli php-curl',
  javascript: 'nodejs',
};

/** The first program of this machine that can run samples of the language, or undefined. */
export function findInterpreter(language: SampleLanguage): Interpreter | undefined {
  const found = candidates[language].find(
    ([program, ...probe]) => spawnSync(program, probe, { stdio: 'ignore', timeout: 10_000 }).status === 0,
  );
  return found && { program: found[0], fileName: fileNames[language] };
}

/** How to get what `findInterpreter` did not find. */
export function howToGet(language: SampleLanguage): string {
  return `${language} samples can't run here. On Debian: apt-get install ${packages[language]}`;
}
