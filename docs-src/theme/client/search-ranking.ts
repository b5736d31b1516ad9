import { type SearchEntry, taskOf } from './search-entries.ts';
import { joinMatches, type SearchIndex, type TermMatch, type TermMatches } from './search-index.ts';
import type { Wish } from './search-question.ts';
import { joined, namesIn, stemOf, wordsIn } from './search-terms.ts';
import { searchWeights } from './search-weights.ts';

export interface Ranked {
  readonly entry: SearchEntry;
  readonly score: number;
  /** How far what the question says is what the entry is called, from 0 to 1. */
  readonly whole: number;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}

/** What of a question an entry has. */
interface Sum {
  score: number;
  count: number;
  /** How much of the question is in what it is called. */
  named: number;
  match: TermMatch | undefined;
}

/** Where a wish comes true, and how well: of all its ways the best. */
function grant({ ways }: Wish, index: SearchIndex): Map<SearchEntry, { match: TermMatch; worth: number }> {
  const best = new Map<SearchEntry, { match: TermMatch; worth: number }>();
  for (const { terms, weight } of ways) {
    const isOwn = weight === 1;
    const each: TermMatches[] = terms.map((term) => index.find(term, isOwn));
    for (const entry of new Set(each.flatMap((matches) => [...matches.keys()]))) {
      const matches = each.flatMap((found) => found.get(entry) ?? []);
      const share = matches.length / terms.length;
      // Of other words that mean the same all are needed: half of them mean something else.
      if (share < 1 && !isOwn) continue;
      const sum = matches.reduce((total, match) => total + match.score, 0);
      const score = (sum / terms.length) * share * weight;
      if (score <= (best.get(entry)?.match.score ?? 0)) continue;
      const match = {
        ...matches.reduce(joinMatches),
        score,
        isNamed: matches.every(({ isNamed }) => isNamed),
      };
      best.set(entry, { match, worth: weight * share });
    }
  }
  return best;
}

/** All entries that have anything of a question, the best first; entries that are equally good in the order of the site. */
export function rank(
  wishes: readonly Wish[],
  index: SearchIndex,
  isSmall: (word: string) => boolean,
): Ranked[] {
  const total = wishes.filter((wish) => !wish.isSmall).length;
  const sums = new Map<SearchEntry, Sum>();
  // Small words last: they only add to what was found without them.
  for (const wish of wishes.toSorted((one, other) => Number(one.isSmall) - Number(other.isSmall))) {
    for (const [entry, { match, worth }] of grant(wish, index)) {
      const sum = sums.get(entry) ?? { score: 0, count: 0, named: 0, match: undefined };
      const score = match.score ** searchWeights.power;
      if (!wish.isSmall) {
        sum.score += score;
        sum.count += 1;
        sum.named += match.isNamed ? worth : 0;
        sum.match = sum.match === undefined ? match : joinMatches(sum.match, match);
        sums.set(entry, sum);
      } else if (sum.match !== undefined) sum.score += score * searchWeights.smallWord;
    }
  }
  const ranked = [...sums].flatMap(([entry, { score, count, named, match }]) => {
    if (match === undefined) return [];
    const share = (name: string) => shareOf(name, match.exact, isSmall) * (named / total);
    const whole = Math.max(
      share(entry.title),
      share(entry.names),
      entry.call === undefined ? 0 : share(taskOf(entry.call)) * searchWeights.wholeTask,
      share(entry.kindName) * searchWeights.wholeKind,
    );
    const bonus = 1 + searchWeights.whole * whole ** searchWeights.wholePower;
    const covered = (count / total) ** searchWeights.coverage;
    return [
      {
        entry,
        score: score * bonus * covered * worthOf(entry),
        whole,
        text: match.text,
        terms: match.terms,
        key: `${entry.kind} ${entry.title} ${count} ${named}`,
      },
    ];
  });
  // The same parameter of several operations, of which the question names none: the first one is as good as the best.
  const best = new Map<string, number>();
  for (const { key, score } of ranked) best.set(key, Math.max(score, best.get(key) ?? 0));
  const scoreOf = ({ key, score }: (typeof ranked)[number]) => best.get(key) ?? score;
  const order = new Map(index.entries.map((entry, at) => [entry, at]));
  return ranked.toSorted(
    (one, other) =>
      scoreOf(other) - scoreOf(one) || (order.get(one.entry) ?? 0) - (order.get(other.entry) ?? 0),
  );
}

/** How much of a name the terms say: another form of a word nearly says it. */
function shareOf(name: string, terms: ReadonlySet<string>, isSmall: (word: string) => boolean): number {
  if (terms.has(joined(name))) return 1;
  const words = namesIn(name).flatMap(wordsIn);
  const large = words.filter((word) => !isSmall(word));
  const byStem = new Map((large.length === 0 ? words : large).map((word) => [stemOf(word), word]));
  const said = [...byStem].map(([stem, word]) => {
    if (terms.has(word)) return 1;
    return terms.has(stem) ? searchWeights.stem : 0;
  });
  return said.reduce<number>((sum, one) => sum + one, 0) / Math.max(1, said.length);
}

function worthOf({ kind, call, isDeprecated }: SearchEntry): number {
  const ofKind = searchWeights.kinds[kind] ?? 1;
  return (
    ofKind *
    searchWeights.segment ** (call?.segments.length ?? 0) *
    (isDeprecated ? searchWeights.deprecated : 1)
  );
}
