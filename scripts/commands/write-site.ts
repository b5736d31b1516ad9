import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes the files of a site below a directory; returns how many. */
export async function writeSite(
  files: ReadonlyMap<string, string | Uint8Array>,
  directory: string,
): Promise<number> {
  const folders = new Set([...files.keys()].map((name) => path.dirname(path.join(directory, name))));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  await Promise.all([...files].map(([name, content]) => writeFile(path.join(directory, name), content)));
  return files.size;
}
