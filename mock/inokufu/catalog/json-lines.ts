import { readFileSync } from 'node:fs';
import { FixtureError, type FixtureFormat } from './fixture-format.ts';

/** A fixture file that has one JSON value a line. */
export function jsonLines(advice: string): FixtureFormat {
  return {
    advice,
    read: (file) => readJsonLines(file, advice),
    placeOf: (pointer) => (pointer === '' ? '' : ` at ${pointer}`),
  };
}

function readJsonLines(file: string, advice: string): ReturnType<FixtureFormat['read']> {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((text, index) => {
    const line = index + 1;
    try {
      return { line, value: JSON.parse(text) as unknown };
    } catch (error) {
      const problem = `expected one JSON value, found ${(error as Error).message}`;
      throw new FixtureError(`${file}:${line}`, problem, advice);
    }
  });
}
