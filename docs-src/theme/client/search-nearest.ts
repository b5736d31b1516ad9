import type { SearchEntry } from './search-entries.ts';
import { joined } from './search-terms.ts';

const howMany = 5;

function pairsOf(text: string): Set<string> {
  const letters = joined(text);
  return new Set([...letters].map((letter, at) => letter + (letters[at + 1] ?? '')));
}

/** The sections whose titles look most like a question that nothing answers; where none does, the first of the site. */
export function nearestEntries(entries: readonly SearchEntry[], question: string): SearchEntry[] {
  const asked = pairsOf(question);
  return entries
    .filter(({ kind }) => kind === 'page' || kind === 'operation')
    .map((entry) => {
      const own = pairsOf(entry.title);
      const common = [...own].filter((pair) => asked.has(pair)).length;
      return { entry, likeness: (2 * common) / (own.size + asked.size + 1) };
    })
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, howMany)
    .map(({ entry }) => entry);
}
