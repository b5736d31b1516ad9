/** How many letters to add, drop, change or swap with their neighbour (optimal string alignment). */
export function distanceBetween(whole: string, otherWhole: string): number {
  // What both begin with costs nothing, and paths have much of it in common.
  let common = 0;
  while (common < whole.length && whole[common] === otherWhole[common]) common += 1;
  const [one, other] = [whole.slice(common), otherWhole.slice(common)];
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = at(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swap = isSwap ? at(beforeLast, j - 2) + 1 : change;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, change, swap));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, other.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}

/** The known name that was probably meant: letter case, `-` and `_` weigh nothing, else one slip in three letters. */
export function nearestName(written: string, known: Iterable<string>): string | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[-_ ]/g, '');
  const meant = plain(written);
  let nearest: string | undefined;
  let smallest = Math.floor(meant.length / 3) + 1;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= smallest + 2) continue;
    const distance = distanceBetween(meant, plain(name));
    if (distance >= smallest) continue;
    smallest = distance;
    nearest = name;
  }
  return nearest;
}

/** `did you mean "search"?`, else what there is to say where nothing is near. */
export function meantOr(otherwise: string, written: string, known: Iterable<string>): string {
  const nearest = nearestName(written, known);
  return nearest === undefined ? otherwise : `did you mean "${nearest}"?`;
}

/** ` Did you mean "search"?`, to stand behind a sentence; empty where nothing is near. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const nearest = nearestName(written, known);
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
}
