import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { SourceError } from './source-fault.ts';

/**
 * The file that a page's `<!-- kit code NAME -->` shows, seen from the folder of the page's own file. One that isn't there stops the
 * build (SourceError, with the place of the directive): a page without the code that it explains says nothing.
 */
export function readCodeFile(folder: string, name: string, place: { file: string; line: number }): string {
  const file = path.resolve(folder, name);
  if (existsSync(file) && statSync(file).isFile()) return readFileSync(file, 'utf8');
  const message = `There is no file ${name} to show, seen from this page's folder.`;
  throw new SourceError([{ ...place, message }]);
}
