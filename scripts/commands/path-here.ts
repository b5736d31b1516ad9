import path from 'node:path';
import { isWebAddress } from '../../openapi/model/read/fetch-text.ts';

/** A path as the reader would write it: relative where it is inside of the working directory, else as it is, an address too. */
export function pathHere(file: string): string {
  if (isWebAddress(file)) return file;
  const relative = path.relative('', file);
  return relative === '' || relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}
