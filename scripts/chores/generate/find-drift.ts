import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Names of the files that are missing under the root or hold another text. */
export async function findDrift(
  files: ReadonlyMap<string, string>,
  root: string,
): Promise<readonly string[]> {
  const drifted: string[] = [];
  for (const [name, text] of files) {
    const found = await readFile(path.join(root, name), 'utf8').catch(() => undefined);
    if (found !== text) drifted.push(name);
  }
  return drifted;
}
