import { lettersOf } from '../../../docs-src/engine/source/counts/slate-counts.ts';
import { blockWords, type Difference } from './difference.ts';
import type { Block } from './page-blocks.ts';

/** So many letters of a block are looked for, the most first: markup and addresses stand between them in a source. */
const lengths = [48, 20, 8, 3];
/** Further ahead a few letters are chance. */
const nearBy = 4000;

/**
 * Finds the line that a difference comes from: Redcarpet tells none, so the letters of Slate's blocks are looked for in the texts,
 * one after the other. `FILE:LINE`; a block that is only ours stands where Slate's page goes on.
 */
export function createLocator(
  texts: readonly { readonly file: string; readonly text: string }[],
  slate: readonly Block[],
): (difference: Difference) => string {
  const sources = texts.map(readLetters);
  const cursors = sources.map(({ start }) => start);
  const offsets = new Map<Block, number>();
  const find = (block: Block, from: number, letters: string): number => {
    const wanted = lettersOf(blockWords(block));
    for (const length of lengths) {
      if (wanted.length < length && length > 3) continue;
      const at = wanted === '' ? -1 : letters.indexOf(wanted.slice(0, length), from);
      if (at !== -1 && (length >= 20 || at < from + nearBy)) return at;
    }
    return from;
  };
  for (const block of slate) {
    const source = sources[block.textIndex];
    if (source === undefined) continue;
    const at = find(block, cursors[block.textIndex] ?? 0, source.letters);
    offsets.set(block, at);
    cursors[block.textIndex] = at;
  }
  return ({ slate: theirs, ours, near }) => {
    const known = theirs ?? near;
    const source = sources[known?.textIndex ?? 0] ?? sources[0];
    if (source === undefined) return '';
    const from = (known && offsets.get(known)) ?? source.start;
    const at = theirs === undefined && ours !== undefined ? find(ours, from, source.letters) : from;
    return `${source.file}:${source.lineAt(at)}`;
  };
}

/** A text's letters, and the line of each. Blocks are looked for behind the front matter. */
function readLetters({ file, text }: { readonly file: string; readonly text: string }) {
  const starts: number[] = [];
  let letters = '';
  for (const line of text.split('\n')) {
    starts.push(letters.length);
    letters += line === '' ? '' : lettersOf(line);
  }
  const frontMatter = /^---[ \t]*\n[\s\S]*?^(---|\.\.\.)[ \t]*$/m.exec(text)?.[0] ?? '';
  const start = text.startsWith('---') ? (starts[frontMatter.split('\n').length] ?? 0) : 0;
  const lineAt = (offset: number): number => {
    const next = starts.findIndex((start) => start > offset);
    return next === -1 ? starts.length : next;
  };
  return { file, letters, start, lineAt };
}
