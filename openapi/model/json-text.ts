/**
 * A value as JSON, whole numbers beyond 2^53 (bigint) to the digit. What `JSON.stringify` has no text for (undefined, a
 * function) has none here either. `indent`: spaces a level.
 */
export function jsonText(value: unknown, indent?: number): string {
  try {
    return JSON.stringify(value, undefined, indent);
  } catch (error) {
    if (!isAboutBigint(error)) throw error;
    return writeMarked(value, indent);
  }
}

/** The one thing that it throws of its own for a value that is no circle. */
function isAboutBigint(error: unknown): boolean {
  return error instanceof TypeError && /bigint/i.test(error.message);
}

/** Bigints as texts that begin with a mark, which is then taken away: no other text of the value begins with it. */
function writeMarked(value: unknown, indent: number | undefined): string {
  const write = (mark: string) =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${mark}${part}` : part), indent);
  const unmarked = write('');
  let mark = '#';
  while (unmarked.includes(`"${mark}`)) mark += '#';
  return write(mark).replaceAll(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}
