import { grouped } from '../../../openapi/model/grouped.ts';

/** What a heading is known by in two versions of a page. */
export interface KnownHeading {
  readonly level: number;
  /** Its words without signs and case. */
  readonly letters: string;
}

/**
 * Finds each heading of an old page on a new one; by their indexes. They are the same if they and those above them have the
 * same words; else if they have the same words and level after the same heading; else if nothing else on both pages has
 * these words. Many headings of a page have one text ("Parameters"): of the rest nobody can say which they are.
 */
export function matchHeadings(
  old: readonly KnownHeading[],
  ours: readonly KnownHeading[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const match = (oldKeys: readonly (string | undefined)[], ourKeys: readonly (string | undefined)[]) => {
    const taken = new Set(found.values());
    const left = grouped(
      ourKeys.flatMap((key, index) => (key === undefined || taken.has(index) ? [] : [[key, index] as const])),
    );
    const used = new Map<string, number>();
    oldKeys.forEach((key, index) => {
      if (key === undefined || found.has(index)) return;
      const count = used.get(key) ?? 0;
      const ourIndex = left.get(key)?.[count];
      if (ourIndex === undefined) return;
      found.set(index, ourIndex);
      used.set(key, count + 1);
    });
  };
  match(pathsOf(old), pathsOf(ours));
  const isFound = new Set(found.values());
  match(
    placesOf(old, (index) => found.get(index)),
    placesOf(ours, (index) => (isFound.has(index) ? index : undefined)),
  );
  match(onlyOnes(old), onlyOnes(ours));
  return found;
}

/** Of each heading its words, after those of the headings that it stands under. */
function pathsOf(headings: readonly KnownHeading[]): string[] {
  let above: readonly KnownHeading[] = [];
  return headings.map((heading) => {
    above = [...above.filter(({ level }) => level < heading.level), heading];
    return above.map(({ letters }) => letters).join('/');
  });
}

/** Of each heading which of the new page's found ones it follows, its level and its words. */
function placesOf(
  headings: readonly KnownHeading[],
  ourIndexOf: (index: number) => number | undefined,
): string[] {
  let after = -1;
  return headings.map(({ level, letters }, index) => {
    after = ourIndexOf(index) ?? after;
    return `${after}/${level}/${letters}`;
  });
}

/** The words of each heading that shares them with no other. */
function onlyOnes(headings: readonly KnownHeading[]): (string | undefined)[] {
  const byLetters = grouped(headings.map((heading) => [heading.letters, heading] as const));
  return headings.map(({ letters }) => (byLetters.get(letters)?.length === 1 ? letters : undefined));
}
