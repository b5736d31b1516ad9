import type { CodePage } from './code-pages.ts';
import { isLikely, isOdd, likeliest, weightOf } from './plausible.ts';

/** Characters of a line that were one character before its UTF-8 was read as a code page. */
export interface MangledMark {
  readonly start: number;
  readonly end: number;
  /** What it may have been. */
  readonly candidates: readonly string[];
  /** Whether all bytes are there. */
  readonly isWhole: boolean;
  /** Whether it can have been nothing but the first candidate. */
  readonly isKnown: boolean;
  /** Nobody writes it so on purpose. */
  readonly isOdd: boolean;
  /** What it says for this reading of its line, from 0 to 1. */
  readonly weight: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: readonly number[]): string | undefined {
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** How long the UTF-8 of a character is, by its first byte; 1 where none begins with it. */
function lengthOf(byte: number | undefined): number {
  if (byte === undefined || byte < 0xc2 || byte > 0xf4) return 1;
  return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/** All characters that the bytes may have been before some that the page lacks were dropped (or became U+FFFD: undefined). */
function completions(bytes: readonly (number | undefined)[], length: number, page: CodePage): string[] {
  const hole = bytes.indexOf(undefined);
  if (hole !== -1) return page.lacks.flatMap((byte) => completions(bytes.with(hole, byte), length, page));
  if (bytes.length === length) return [decode(bytes as number[]) ?? []].flat();
  return bytes.flatMap((_, index) => completions(bytes.toSpliced(index + 1, 0, undefined), length, page));
}

/** The bytes of the character that begins at a place of a line: as many as its first one asks for, or fewer. */
function bytesAt(line: string, start: number, length: number, page: CodePage): (number | undefined)[] {
  const bytes = [page.byteOf.get(line[start] ?? '')];
  while (bytes.length < length) {
    const character = line[start + bytes.length] ?? '';
    const byte = page.byteOf.get(character);
    if (character !== '\uFFFD' && (byte === undefined || byte > 0xbf)) break;
    bytes.push(byte);
  }
  return bytes;
}

type FoundMark = Omit<MangledMark, 'weight'>;

function markAt(line: string, start: number, page: CodePage): FoundMark | undefined {
  const lead = page.byteOf.get(line[start] ?? '');
  const length = lengthOf(lead);
  if (lead === undefined || length === 1) return undefined;
  const bytes = bytesAt(line, start, length, page);
  const end = start + bytes.length;
  const known = bytes.filter((byte) => byte !== undefined);
  // A first byte alone is a letter.
  const mark = { start, end, isOdd: bytes.length > 1 && isOdd(line, start, end, lead) };
  if (known.length === length) {
    const text = decode(known);
    return text === undefined ? undefined : { ...mark, candidates: [text], isWhole: true, isKnown: true };
  }
  const isReadable = length - known.length <= (length === 4 ? 2 : 1);
  const possible = isReadable ? [...new Set(completions(bytes, length, page))] : [];
  const candidates = likeliest(possible);
  if (candidates.length === 0) return undefined;
  return { ...mark, candidates, isWhole: false, isKnown: possible.length === 1 };
}

/** A variation selector belongs to the emoji before it; if either lost a byte, both are one mark: other signs take none. */
function joined(before: FoundMark, mark: FoundMark): FoundMark | undefined {
  if (before.end !== mark.start || (before.isWhole && mark.isWhole)) return undefined;
  if (!mark.candidates.includes('\uFE0F')) return undefined;
  const bases = before.candidates.filter((candidate) => /^\p{Emoji}$/u.test(candidate));
  if (bases.length === 0) return undefined;
  return {
    start: before.start,
    end: mark.end,
    candidates: bases.map((base) => `${base}\uFE0F`),
    isWhole: false,
    isKnown: bases.length === 1,
    isOdd: before.isOdd || mark.isOdd,
  };
}

/** Every place of a line that may be mangled by this page, in order; a sound text holds some by chance, which are not odd. */
export function findMarks(line: string, page: CodePage): MangledMark[] {
  const marks: FoundMark[] = [];
  for (let at = 0; at < line.length; ) {
    const mark = line.charCodeAt(at) < 0x80 ? undefined : markAt(line, at, page);
    const before = marks.at(-1);
    const both = mark === undefined || before === undefined ? undefined : joined(before, mark);
    if (both !== undefined) marks.splice(-1, 1, both);
    else if (mark !== undefined) marks.push(mark);
    at = mark?.end ?? at + 1;
  }
  return marks.map((mark, index) => {
    const isBesideOthers = marks[index - 1]?.end === mark.start || marks[index + 1]?.start === mark.end;
    const [candidate = ''] = mark.candidates;
    const isOdd = mark.isOdd && isLikely(candidate, isBesideOthers);
    return { ...mark, isOdd, weight: isOdd && mark.isKnown ? weightOf(candidate, isBesideOthers) : 0 };
  });
}
