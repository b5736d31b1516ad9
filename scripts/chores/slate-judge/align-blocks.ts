import { diffArrays } from 'diff';
import type { Block } from './page-blocks.ts';

/** A stretch between blocks that both have: what only the first has, and what only the second has, as ranges of indices. */
export interface Hunk {
  readonly first: { readonly start: number; readonly end: number };
  readonly second: { readonly start: number; readonly end: number };
}

export interface Alignment {
  /** Blocks of one content: an index of the first, and of the second. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly hunks: readonly Hunk[];
}

/** What makes two blocks the same one; id, tab and place are compared after that. */
const keyOf = ({ kind, content }: Block) => `${kind} ${content}`;

/** Finds the longest sequence of blocks that two pages share. */
export function alignBlocks(first: readonly Block[], second: readonly Block[]): Alignment {
  const pairs: [number, number][] = [];
  const hunks: Hunk[] = [];
  let at = { first: 0, second: 0 };
  let start = at;
  const close = () => {
    if (start.first < at.first || start.second < at.second)
      hunks.push({
        first: { start: start.first, end: at.first },
        second: { start: start.second, end: at.second },
      });
  };
  for (const { added, removed, count } of diffArrays(first.map(keyOf), second.map(keyOf))) {
    if (added) at = { ...at, second: at.second + count };
    else if (removed) at = { ...at, first: at.first + count };
    else {
      close();
      for (let offset = 0; offset < count; offset += 1) pairs.push([at.first + offset, at.second + offset]);
      at = { first: at.first + count, second: at.second + count };
      start = at;
    }
  }
  close();
  return { pairs, hunks };
}
