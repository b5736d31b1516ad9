import { type CodePage, codePages } from './code-pages.ts';
import { findMarks, type MangledMark } from './mangled-marks.ts';
import { weightOf } from './plausible.ts';

const isAscii = (text: string) => !/[^\p{ASCII}]/u.test(text);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const without = (line: string, marks: readonly MangledMark[]) =>
  [...marks, { start: line.length }]
    .map(({ start }, index) => line.slice(marks[index - 1]?.end ?? 0, start))
    .join('');

/** How a code page explains a line. */
interface LineReading {
  readonly line: string;
  readonly page: CodePage;
  readonly marks: readonly MangledMark[];
  /** Nothing is left beside its marks. */
  readonly isExplained: boolean;
  /** Nothing is left, if letters that may be the first byte of a character are one. */
  readonly isNearlyExplained: boolean;
  readonly weight: number;
}

function readLine(line: string, page: CodePage): LineReading {
  const marks = findMarks(line, page);
  const sure = marks.filter(({ start, end, isKnown }) => isKnown || end - start > 1);
  return {
    line,
    page,
    marks,
    isExplained: isAscii(without(line, sure)),
    isNearlyExplained: isAscii(without(line, marks)),
    weight: sum(marks.map((mark) => mark.weight)),
  };
}

function readText(lines: readonly string[], page: CodePage) {
  const readings = lines.map((line) => readLine(line, page));
  const weight = sum(readings.map((reading) => reading.weight));
  const isAll = (kind: 'isExplained' | 'isNearlyExplained') =>
    weight > 0 && readings.every((reading) => reading[kind]);
  return {
    readings,
    weight,
    isExplained: isAll('isExplained'),
    isNearlyExplained: isAll('isNearlyExplained'),
  };
}

/**
 * Reads all lines that are not ASCII, each by the page that explains most of it, and of those by the one that explains
 * most of the text. Gives those on which something was mangled.
 */
export function readLines(lines: readonly string[]) {
  const suspects = lines.flatMap((line, index) => (isAscii(line) ? [] : [{ line, index }]));
  const texts = codePages
    .map((page) =>
      readText(
        suspects.map(({ line }) => line),
        page,
      ),
    )
    .sort((a, b) => Number(b.isExplained) - Number(a.isExplained) || b.weight - a.weight);
  return suspects.flatMap(({ line, index }, at) => {
    const readings = texts.flatMap(({ readings, ...text }) => {
      const reading = readings[at];
      return reading === undefined ? [] : [{ reading, text, claim: claimOf(reading) }];
    });
    const [best, ...others] = readings.sort((a, b) => b.claim - a.claim);
    if (best === undefined) return [];
    const { reading, text, claim } = best;
    const equals = others.filter((other) => other.claim === claim && other.text.weight === text.weight);
    const marks = withReadings(
      reading.marks,
      equals.flatMap((other) => other.reading.marks),
    );
    const mended = mend({ ...reading, marks }, text);
    const isChanged = mended.line !== line;
    if (!isChanged && mended.lost.length === 0) return [];
    return [{ index, codePage: reading.page.name, ...mended, isChanged }];
  });
}

/** Of two readings with the same certain marks the one with more odd ones explains more. */
function claimOf({ marks, weight }: LineReading): number {
  return weight + marks.filter((mark) => mark.isOdd).length / 1000;
}

/** Marks that pages with equal claims read otherwise may have been either. */
function withReadings(marks: readonly MangledMark[], others: readonly MangledMark[]): MangledMark[] {
  const candidatesAt = new Map<string, Set<string>>();
  for (const { start, end, candidates } of [...marks, ...others]) {
    const place = `${start} ${end}`;
    candidatesAt.set(place, new Set([...(candidatesAt.get(place) ?? []), ...candidates]));
  }
  return marks.map((mark) => {
    const candidates = [...(candidatesAt.get(`${mark.start} ${mark.end}`) ?? [])];
    return { ...mark, candidates, isKnown: mark.isKnown && candidates.length === 1 };
  });
}

/** Puts right what is certain. Where nothing on a line, or in the text, speaks against it, that is all of its marks. */
function mend(reading: LineReading, text: { isExplained: boolean; isNearlyExplained: boolean }) {
  const { line, marks } = reading;
  const isAllMangled = text.isExplained || (reading.isExplained && reading.weight > 0);
  const isNearlyAll = reading.isNearlyExplained && reading.weight > 0;
  const lost: { mark: string; candidates: readonly string[] }[] = [];
  let mended = '';
  let from = 0;
  for (const { start, end, candidates, isWhole, isKnown, isOdd } of marks) {
    const written = line.slice(start, end);
    const isLetter = written.length === 1 && !isKnown;
    const isShortLetter = text.isNearlyExplained || (isNearlyAll && isEveryday(candidates));
    const isMangled = isOdd || (isLetter ? isShortLetter : isAllMangled || text.isNearlyExplained);
    if (isMangled && !(isWhole && isKnown)) lost.push({ mark: written, candidates });
    mended += line.slice(from, start) + (isMangled && isKnown ? candidates[0] : written);
    from = end;
  }
  return { line: mended + line.slice(from), lost };
}

function isEveryday(candidates: readonly string[]): boolean {
  return candidates.every((candidate) => weightOf(candidate, false) > 0.8);
}
