import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteFile } from '../../docs-src/build-site.ts';

/** Writes the files of a site below a directory as they come; returns how many there are. */
export async function writeSite(
  files: Iterable<SiteFile> | AsyncIterable<SiteFile>,
  directory: string,
): Promise<number> {
  const names = new Set<string>();
  const folders = new Set<string>();
  for await (const [name, content] of files) {
    const file = path.join(directory, name);
    const folder = path.dirname(file);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    const descriptor = openSync(file, 'w');
    try {
      for (const piece of Array.isArray(content) ? content : [content]) writeFileSync(descriptor, piece);
    } finally {
      closeSync(descriptor);
    }
    folders.add(folder);
    names.add(name);
  }
  return names.size;
}
