import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { MarkdownText } from '../markdown/page-elements.ts';
import { SourceError } from './source-fault.ts';

const directive = /^<!--\s*kit\s+code\s+(.+?)\s*-->\s*$/;

/**
 * The files that a page's `<!-- kit code PATH -->` shows, by PATH, which is seen from the page's own file. What isn't there
 * stops the build (SourceError): a page without the code that it explains says nothing.
 */
export function readCodeFiles(
  file: string,
  text: Omit<MarkdownText, 'codeFiles'>,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let isInFence = false;
  text.text.split('\n').forEach((line, index) => {
    if (/^\s*(```|~~~)/.test(line)) isInFence = !isInFence;
    const name = directive.exec(line)?.[1];
    if (name === undefined || isInFence) return;
    const place = path.resolve(path.dirname(file), name);
    if (!existsSync(place) || !statSync(place).isFile()) {
      const message = `There is no file ${name} to show, seen from this page's folder.`;
      throw new SourceError([{ file: text.file, line: text.firstLine + index, message }]);
    }
    files.set(name, readFileSync(place, 'utf8'));
  });
  return files;
}
