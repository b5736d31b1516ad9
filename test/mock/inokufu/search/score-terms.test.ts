import MiniSearch, { type SearchOptions } from 'minisearch';
import { describe, expect, it } from 'vitest';
import { scoreTerms } from '../../../../mock/inokufu/search/score-terms.ts';
import {
  buildTermIndex,
  decodeTermIndex,
  encodeTermIndex,
} from '../../../../mock/inokufu/search/term-index.ts';

const letters = ['ba', 'ke', 'ko', 'r', 'ing', 'ti', 'é'];
/** Words of many likenesses, the same ones in every run: the digits of a number are its syllables. */
const word = (number: number): string =>
  [...number.toString(letters.length)].map((digit) => letters[Number(digit)]).join('');
const records = Array.from({ length: 120 }, (_, position) => [
  [word(position * 17), word(position % 11)],
  Array.from({ length: position % 5 }, (_unused, index) => word(position * 3 + index)),
  Array.from({ length: 10 + (position % 13) }, (_unused, index) => word((position + 1) * (index + 7) * 31)),
]);
const boosts = [4, 3, 1];
const index = buildTermIndex(records, boosts.length);

/** Another implementation of the same formulas. */
const peer = new MiniSearch({
  fields: ['0', '1', '2'],
  extractField: (record, name) => (name === 'id' ? record.id : record.fields[Number(name)].join(' ')),
  tokenize: (text) => text.split(' ').filter((term) => term !== ''),
  processTerm: (term) => term,
});
peer.addAll(records.map((fields, id) => ({ id, fields })));
function scoresOfPeer(asked: readonly string[], options: SearchOptions): Map<number, number> {
  const boost = Object.fromEntries(boosts.map((value, field) => [String(field), value]));
  return new Map(
    peer.search(asked.join(' '), { boost, ...options }).map(({ id, score }) => [id as number, score]),
  );
}

const queries = [1, 8, 57, 400, 2_800].flatMap((number) => [
  [word(number)],
  [word(number), word(number * 3)],
  [word(number), word(number + 1), word(number + 2)],
  [word(number).slice(0, -1)],
  [`${word(number).slice(0, 2)}x${word(number).slice(3)}`],
]);

describe.each<{
  given: string;
  ours: { needsAll: boolean; isTolerant: boolean };
  theirs: SearchOptions;
}>([
  {
    given: 'all words',
    ours: { needsAll: true, isTolerant: false },
    theirs: { combineWith: 'AND' },
  },
  {
    given: 'any word',
    ours: { needsAll: false, isTolerant: false },
    theirs: { combineWith: 'OR' },
  },
  {
    given: 'longer and misspelt words',
    ours: { needsAll: false, isTolerant: true },
    theirs: {
      combineWith: 'OR',
      prefix: (term: string) => term.length >= 3,
      fuzzy: (term: string) => term.length >= 5 && 0.2,
    },
  },
])('$given', ({ ours, theirs }) => {
  it.each(queries.map((asked) => ({ asked })))(
    '$asked: finds and scores what MiniSearch does',
    ({ asked }) => {
      const want = scoresOfPeer(asked, theirs);
      const got = scoreTerms(index, asked, { boosts, ...ours });
      expect([...got.keys()].sort()).toEqual([...want.keys()].sort());
      for (const [position, score] of got) expect(score).toBeCloseTo(want.get(position) ?? Number.NaN, 9);
    },
  );
});

it('puts the highest first, and equals in the order of their positions', () => {
  const twins = buildTermIndex([[['a', 'b']], [['a']], [['a']], [['c']]], 1);
  const got = scoreTerms(twins, ['a'], { boosts: [1], needsAll: true, isTolerant: false });
  expect([...got.keys()]).toEqual([1, 2, 0]);
});

it('finds something in most of the queries that are compared', () => {
  const found = queries.filter(
    (asked) => scoreTerms(index, asked, { boosts, needsAll: false, isTolerant: true }).size > 0,
  );
  expect(found.length).toBeGreaterThan(queries.length / 2);
});

it('is the same index when it comes back from a file', () => {
  expect(decodeTermIndex(encodeTermIndex(index))).toEqual(index);
});
