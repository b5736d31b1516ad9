import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { DocumentFault, JsonValue, SourceLocation } from '../api-model.ts';
import { decodedOrItself } from '../percent-encoding.ts';
import { escapePointerToken, locationOf } from './located.ts';
import { parseFile } from './parse-file.ts';
import { walkDocument } from './walk-document.ts';

/** One `$ref` of the document and where it stands. */
interface ReferenceSite extends SourceLocation {
  readonly reference: string;
}

/** Every file that a document is made of, read once: what follows needs no file system. */
export interface DocumentFiles {
  /** The file that was asked for, as it was given. */
  readonly root: string;
  readonly values: ReadonlyMap<string, JsonValue>;
  /** All `$ref`s, in the order of files and lines. */
  readonly references: readonly ReferenceSite[];
  /** `$id`, and `file#name` for `$anchor` and `$dynamicAnchor` -> where it stands. */
  readonly anchors: ReadonlyMap<string, SourceLocation>;
  /** Files that could not be read or parsed, and why. */
  readonly faults: readonly DocumentFault[];
}

/** Reads a document and, through its `$ref`s, every other file of it. Nothing is fetched from a network. */
export async function loadFiles(root: string): Promise<DocumentFiles> {
  const values = new Map<string, JsonValue>();
  const { references, anchors } = findReferences(values);
  const faults: DocumentFault[] = [];
  const seen = new Set([root]);
  const queue: { file: string; from: SourceLocation | undefined }[] = [{ file: root, from: undefined }];

  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { file, from } = next;
    const text = await readText(file);
    if (typeof text !== 'string') {
      faults.push({ message: text.problem, location: from ?? { file, pointer: '' }, effect: 'lost' });
      continue;
    }
    const parsed = await parseFile(file, text);
    faults.push(...parsed.faults);
    if (parsed.value === undefined) continue;
    values.set(file, parsed.value);
    const start = references.length;
    scan(file, parsed.value, references, anchors);
    for (const site of references.slice(start)) {
      const target = targetFile(site.reference, file);
      if (target === undefined || seen.has(target) || anchors.has(site.reference)) continue;
      seen.add(target);
      queue.push({ file: target, from: locationOf(site) });
    }
  }
  return { root, values, references, anchors, faults };
}

/** The file a `$ref` names, seen from the file it stands in; undefined for other hosts. */
export function targetFile(reference: string, fromFile: string): string | undefined {
  const uri = reference.split('#', 1)[0] ?? '';
  if (uri === '') return fromFile;
  if (isRemote(uri)) return undefined;
  const relative = decodedOrItself(uri.replace(/^file:\/\//, ''));
  return path.isAbsolute(relative) ? relative : path.join(path.dirname(fromFile), relative);
}

/** A URL of another host (or a URN): never fetched, so that a build never depends on a network. */
export function isRemote(uri: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(uri) && !uri.startsWith('file:');
}

async function readText(file: string): Promise<string | { problem: string }> {
  try {
    const stats = await stat(file);
    return await (stats.isFile() || stats.isDirectory() ? readFile(file, 'utf8') : readPiped(file));
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

/** The `$ref`s and anchors of files, in their order. */
export function findReferences(values: ReadonlyMap<string, JsonValue>) {
  const references: ReferenceSite[] = [];
  const anchors = new Map<string, SourceLocation>();
  for (const [file, value] of values) scan(file, value, references, anchors);
  return { references, anchors };
}

function scan(
  file: string,
  value: JsonValue,
  references: ReferenceSite[],
  anchors: Map<string, SourceLocation>,
): void {
  walkDocument(value, (part, path, isNameMap) => {
    if (isNameMap) return;
    const { $ref, $id, $anchor, $dynamicAnchor } = part as Record<string, unknown>;
    if ($ref === undefined && $id === undefined && $anchor === undefined && $dynamicAnchor === undefined)
      return;
    const location = { file, pointer: path.map((token) => `/${escapePointerToken(token)}`).join('') };
    if (typeof $ref === 'string') references.push({ ...location, reference: $ref });
    if (typeof $id === 'string' && !anchors.has($id)) anchors.set($id, location);
    for (const name of [$anchor, $dynamicAnchor])
      if (typeof name === 'string' && !anchors.has(`${file}#${name}`))
        anchors.set(`${file}#${name}`, location);
  });
}
