import { namedPlaces } from './group-findings.ts';
import type { Counted } from './recording-report.ts';

/** Counts what is said of many entries, by its text. */
export interface TextCounter {
  add(what: string, place: string): void;
  /** The most frequent first. */
  all(): readonly Counted[];
}

/** Different texts that are kept. */
const mostTexts = 200;

export function countByText(): TextCounter {
  const counts = new Map<string, { count: number; readonly places: string[] }>();
  return {
    add(what, place) {
      const counted = counts.get(what) ?? { count: 0, places: [] };
      counted.count += 1;
      if (counted.places.length < namedPlaces) counted.places.push(place);
      if (counts.has(what) || counts.size < mostTexts) counts.set(what, counted);
    },
    all: () =>
      [...counts]
        .map(([what, counted]) => ({ what, ...counted }))
        .sort((one, other) => other.count - one.count),
  };
}
