import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../../openapi/model/package-root.ts';
import type { Lang } from './catalog/learning-object.ts';

/** What the build has found out about the package's own document and fixtures. */
export interface Prepared {
  /** Of the document and all fixtures, as they were when it checked them. */
  readonly digest: string;
}

/** Beside this file where it is built; nowhere among the sources. */
export const preparedFolder = fileURLToPath(new URL('./prepared/', import.meta.url));

export function preparedIndexFile(folder: string, lang: Lang): string {
  return path.join(folder, `text-index-${lang}.json`);
}

/** SHA-1 of the document and all fixtures: 10 ms, where checking them takes half a second. */
export function digestOfInputs(): string {
  const fixtures = packageFile('mock/inokufu/fixtures');
  const hash = createHash('sha1').update(readFileSync(packageFile('openapi/generated/openapi.json')));
  for (const name of readdirSync(fixtures).sort()) hash.update(readFileSync(path.join(fixtures, name)));
  return hash.digest('hex');
}

/** Whether the build has checked and indexed just what is there now. */
export function isPrepared(): boolean {
  const file = path.join(preparedFolder, 'prepared.json');
  if (!existsSync(file)) return false;
  const { digest } = JSON.parse(readFileSync(file, 'utf8')) as Prepared; // written by our own build
  return digest === digestOfInputs();
}
