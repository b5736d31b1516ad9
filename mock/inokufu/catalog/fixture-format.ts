/** A line of a fixture file that the mock can't use. Stops the program: a broken fixture is refused at start. */
export class FixtureError extends Error {
  override readonly name = 'FixtureError';

  constructor(place: string, problem: string, advice: string) {
    super(`${place}: ${problem}${problem.endsWith('?') ? '' : '.'} ${advice}`);
  }
}

/** How the values of a fixture file are written. */
export interface FixtureFormat {
  /** What to do about a line that does not fit. */
  readonly advice: string;
  /** The values, each with the line that it begins on. Throws a `FixtureError` for what is not of this format. */
  read(file: string): readonly { readonly line: number; readonly value: unknown }[];
  /** The place that a JSON pointer into a value leads to, in words that follow the line's number. */
  placeOf(pointer: string): string;
}
