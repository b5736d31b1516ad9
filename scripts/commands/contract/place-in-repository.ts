import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { SourceLocation } from '../../../openapi/model/api-model.ts';
import { isWebAddress } from '../../../openapi/model/read/fetch-text.ts';
import { pointerTokens } from '../../../openapi/model/read/located.ts';

interface ReadFile {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Finds places of YAML and JSON files below a folder, each with its line from 1; undefined for a file that is not below it. */
export function createPlaceFinder(
  folder: string,
): (location: SourceLocation) => { readonly file: string; readonly line: number | undefined } | undefined {
  const files = new Map<string, ReadFile>();
  return ({ file, pointer }) => {
    const relative = path.relative(folder, path.resolve(file));
    if (isWebAddress(file) || relative.startsWith('..') || path.isAbsolute(relative)) return undefined;
    const read = files.get(file) ?? readLines(file);
    files.set(file, read);
    // GitHub has slashes on every system.
    return { file: relative.split(path.sep).join('/'), line: lineOf(read, pointerTokens(pointer)) };
  };
}

function readLines(file: string): ReadFile {
  const lines = new LineCounter();
  return { document: parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines }), lines };
}

/** That of the key or item that the pointer leads to, or of the last on the way that is there. */
function lineOf({ document, lines }: ReadFile, tokens: readonly string[]): number | undefined {
  let node = document.contents as Node | null | undefined;
  let offset = node?.range?.[0];
  for (const token of tokens) {
    const holder: Node | null | undefined = isAlias(node) ? node.resolve(document) : node;
    if (isMap<Node, Node | null>(holder)) {
      const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === token);
      offset = pair?.key.range?.[0] ?? offset;
      node = pair?.value;
    } else {
      node = isSeq<Node>(holder) ? holder.items[Number(token)] : undefined;
      offset = node?.range?.[0] ?? offset;
    }
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}
