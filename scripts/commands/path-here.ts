import path from 'node:path';

/** A path as the reader would write it: relative where it is inside of the working directory, else as it is. */
export function pathHere(file: string): string {
  const relative = path.relative('', file);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}
