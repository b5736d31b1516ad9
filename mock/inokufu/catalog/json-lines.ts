import { readFileSync } from 'node:fs';

/** For the files of this package, which a command makes. */
export const fixtureAdvice = 'Correct the words it was made from and run `npm run fixtures`.';

/** A line of a fixture file that the mock can't use. Stops the program: a broken fixture is refused at start. */
export class FixtureError extends Error {
  override readonly name = 'FixtureError';

  constructor(file: string, line: number, pointer: string, problem: string, advice: string) {
    super(`${file}:${line}${pointer === '' ? '' : ` at ${pointer}`}: ${problem}. ${advice}`);
  }
}

/** Parses one JSON value a line; the value's line number is its position plus 1. */
export function readJsonLines(file: string, advice: string): unknown[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as unknown;
    } catch (error) {
      throw new FixtureError(
        file,
        index + 1,
        '',
        `expected one JSON value, found ${(error as Error).message}`,
        advice,
      );
    }
  });
}
