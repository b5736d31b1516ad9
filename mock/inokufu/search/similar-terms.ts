/** A term by its place in the sorted list, and how far it is from what was asked for, in letters. */
export interface SimilarTerm {
  readonly index: number;
  readonly distance: number;
}

/** The place of a term in a sorted list, or where it would stand. */
export function placeOfTerm(terms: readonly string[], wanted: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Longer terms of a sorted list that begin with the word; the distance is how much longer they are. */
export function* longerTerms(terms: readonly string[], word: string): Generator<SimilarTerm> {
  for (let index = placeOfTerm(terms, word); index < terms.length; index += 1) {
    const term = terms[index] ?? '';
    if (!term.startsWith(word)) return;
    if (term !== word) yield { index, distance: term.length - word.length };
  }
}

/**
 * Other terms of a sorted list that at most so many letters to add, drop or change make of the word (Levenshtein). A term
 * takes over the work on the letters that it shares with the one before, and is passed over where those are too far already.
 */
export function* misspeltTerms(terms: readonly string[], word: string, most: number): Generator<SimilarTerm> {
  const width = word.length + 1;
  // Row by row: the distance of the term's first letters from the word's first letters.
  const rows = new Uint8Array((word.length + most + 2) * width);
  for (let column = 0; column < width; column += 1) rows[column] = column;
  let before = '';
  let tooFarAfter = Number.POSITIVE_INFINITY;
  for (const [index, term] of terms.entries()) {
    const shared = sharedLetters(before, term);
    if (shared >= tooFarAfter) continue;
    before = term;
    tooFarAfter = Number.POSITIVE_INFINITY;
    for (let row = shared + 1; row <= term.length && tooFarAfter > row; row += 1) {
      if (fillRow(rows, row, term.charCodeAt(row - 1), word) > most) tooFarAfter = row;
    }
    const distance = rows[(term.length + 1) * width - 1] ?? 0;
    if (tooFarAfter > term.length && distance > 0 && distance <= most) yield { index, distance };
  }
}

function sharedLetters(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one.charCodeAt(count) === other.charCodeAt(count)) count += 1;
  return count;
}

/** Returns the least distance in the row: no longer term comes nearer. */
function fillRow(rows: Uint8Array, row: number, letter: number, word: string): number {
  const width = word.length + 1;
  const start = row * width;
  const above = start - width;
  rows[start] = row;
  let least = row;
  for (let column = 1; column < width; column += 1) {
    const change = (rows[above + column - 1] ?? 0) + (word.charCodeAt(column - 1) === letter ? 0 : 1);
    const step = Math.min(rows[above + column] ?? 0, rows[start + column - 1] ?? 0) + 1;
    const distance = Math.min(change, step);
    rows[start + column] = distance;
    least = Math.min(least, distance);
  }
  return least;
}
