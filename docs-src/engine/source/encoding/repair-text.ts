import { readLines } from './read-lines.ts';

/** A line whose UTF-8 was read as a code page and written again. */
export interface MangledLine {
  /** From 1. */
  readonly line: number;
  readonly codePage: string;
  readonly written: string;
  /** With all that is certain as it was. */
  readonly repaired: string;
  /** Marks that lost a byte: they stand as they are, but for those that can have been one thing only. */
  readonly lost: readonly { readonly mark: string; readonly candidates: readonly string[] }[];
}

/** A text may have been mangled several times over. */
const mostPasses = 4;

/** Finds every mangled line; the repaired text has the same lines. */
export function repairText(text: string): {
  readonly text: string;
  readonly mangled: readonly MangledLine[];
} {
  const written = text.split('\n');
  const repaired = [...written];
  const mangled = new Map<number, MangledLine>();
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const found = readLines(repaired);
    for (const { index, codePage, line, lost } of found) {
      const before = mangled.get(index);
      repaired[index] = line;
      mangled.set(index, {
        line: index + 1,
        codePage: before?.codePage ?? codePage,
        written: written[index] ?? '',
        repaired: line,
        lost: [...new Map([...lost, ...(before?.lost ?? [])].map((one) => [one.mark, one])).values()],
      });
    }
    if (!found.some(({ isChanged }) => isChanged)) break;
  }
  return { text: repaired.join('\n'), mangled: [...mangled.values()].sort((a, b) => a.line - b.line) };
}
