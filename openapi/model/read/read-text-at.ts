import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fetchText, isWebAddress } from './fetch-text.ts';

/** A file's text, or why there is none; `address`: where it was found on the network in the end. */
export async function readTextAt(
  file: string,
): Promise<{ text: string; address?: string } | { problem: string }> {
  if (isWebAddress(file)) return fetchText(file);
  try {
    const stats = await stat(file);
    return { text: await (stats.isFile() || stats.isDirectory() ? readFile(file, 'utf8') : readPiped(file)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return { problem: `there is no file ${file}` };
    if (code === 'EISDIR') return { problem: `${file} is a folder, not a file` };
    return { problem: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const pipedTexts = new Map<string, Promise<string>>();

/** What comes through a pipe can be read once, and several parts of a program read the same document: its text is kept. */
function readPiped(file: string): Promise<string> {
  // A program that starts us may give a socket as standard input, which has a number but can't be opened by its name.
  const source = file === '/dev/stdin' ? { fd: 0, autoClose: false } : {};
  const piped = pipedTexts.get(file) ?? text(createReadStream(file, source));
  pipedTexts.set(file, piped);
  return piped;
}
