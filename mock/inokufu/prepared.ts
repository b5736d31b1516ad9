import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageFile } from '../../openapi/model/package-root.ts';

/** What the build has found out about the package's own document and fixtures. */
export interface Prepared {
  /** By file, from the package's root: what it was when the build checked it. */
  readonly digests: Readonly<Record<string, string>>;
}

export const preparedFolder = packageFile('dist/mock/inokufu/prepared');
export const preparedFile = path.join(preparedFolder, 'prepared.json');
/** What `usePreparedChecks` takes: checks of all that the document has a schema for. */
export const preparedChecksFile = path.join(preparedFolder, 'checks.cjs');

/** The sources never believe a build: what it was made with may have changed. */
const isBuilt = !path.relative(packageFile('dist'), fileURLToPath(import.meta.url)).startsWith('..');

const digestOf = (file: string): string =>
  createHash('sha1')
    .update(readFileSync(packageFile(file)))
    .digest('hex');

/** Digests of the document and all fixtures as they are now. */
export function digestInputs(): Prepared['digests'] {
  const folder = 'mock/inokufu/fixtures';
  const fixtures = readdirSync(packageFile(folder)).map((name) => `${folder}/${name}`);
  const files = ['openapi/generated/openapi.json', ...fixtures];
  return Object.fromEntries(files.map((file) => [file, digestOf(file)]));
}

/**
 * Whether the build has checked and indexed just what is there now. A package has what was made of the learning objects
 * in place of their file.
 */
export function isPrepared(): boolean {
  // The indexes are numbers as almost every machine writes them.
  if (!isBuilt || !existsSync(preparedFile) || endianness() !== 'LE') return false;
  const { digests } = JSON.parse(readFileSync(preparedFile, 'utf8')) as Prepared; // written by our own build
  return Object.entries(digests).every(
    ([file, digest]) => !existsSync(packageFile(file)) || digest === digestOf(file),
  );
}
