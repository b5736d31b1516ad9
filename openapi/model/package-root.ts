import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

function findPackageRoot(): string {
  let directory = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(directory, 'package.json'))) {
    const parent = path.dirname(directory);
    if (parent === directory) throw new Error(`No package.json above ${fileURLToPath(import.meta.url)}.`);
    directory = parent;
  }
  return directory;
}

/** Folder of this package: the same from the sources, from dist/ and from an installed copy. */
export const packageRoot: string = findPackageRoot();

/** Absolute path of a file that ships with this package, given from its root: `openapi/generated/openapi.json`. */
export function packageFile(pathFromRoot: string): string {
  return path.join(packageRoot, pathFromRoot);
}
