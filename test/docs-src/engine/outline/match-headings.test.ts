import { expect, test } from 'vitest';
import { matchHeadings } from '../../../../docs-src/engine/outline/match-headings.ts';

/** `1 users, 2 get` is an h1 and an h2. */
function headings(written: string) {
  return written.split(', ').map((heading) => {
    const [level, letters = ''] = heading.split(' ');
    return { level: Number(level), letters };
  });
}

test.each([
  {
    rule: 'the same words at the same place are the same heading, each of them',
    old: '1 users, 2 fields, 2 fields, 1 orders, 2 fields',
    ours: '1 users, 2 fields, 2 fields, 1 orders, 2 fields',
    want: { 0: 0, 1: 1, 2: 2, 3: 3, 4: 4 },
  },
  {
    rule: 'a section that moved takes its headings with it',
    old: '1 users, 2 fields, 1 orders, 2 fields',
    ours: '1 orders, 2 fields, 1 users, 2 fields',
    want: { 0: 2, 1: 3, 2: 0, 3: 1 },
  },
  {
    rule: 'a part of a section that moved takes its headings with it',
    old: '1 users, 2 get, 3 fields, 2 list, 3 fields',
    ours: '1 users, 2 list, 3 fields, 2 get, 3 fields',
    want: { 0: 0, 1: 3, 2: 4, 3: 1, 4: 2 },
  },
  {
    rule: 'a heading that went is not another one of the same words',
    old: '1 users, 2 fields, 2 fields',
    ours: '1 users, 2 fields',
    want: { 0: 0, 1: 1 },
  },
  {
    rule: 'what stood above all is not what follows the first',
    old: '2 fields, 1 users',
    ours: '1 users, 2 fields, 1 orders, 2 fields',
    want: { 1: 0 },
  },
  {
    rule: 'words are not parted elsewhere',
    old: '1 user, 2 sfields',
    ours: '1 users, 2 fields',
    want: {},
  },
  {
    rule: 'headings of a section that went are not those of one that came',
    old: '1 users, 2 fields, 1 orders, 2 fields',
    ours: '1 orders, 2 fields, 1 bills, 2 fields',
    want: { 2: 0, 3: 1 },
  },
  {
    rule: 'a section with another name keeps its headings',
    old: '1 users, 2 get, 3 fields, 2 list, 3 fields, 1 orders, 3 fields',
    ours: '1 people, 2 get, 3 fields, 2 list, 3 fields, 1 orders, 3 fields',
    want: { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6 },
  },
  {
    rule: 'words that stand once on both pages are one heading, whatever its level and place',
    old: '1 users, 2 limits, 1 orders',
    ours: '1 limits, 1 users, 1 orders',
    want: { 0: 1, 1: 0, 2: 2 },
  },
  {
    rule: 'words that stand more often are not guessed at',
    old: '1 users, 2 fields, 1 bills, 1 orders, 2 fields',
    ours: '1 users, 1 bills, 2 fields, 1 orders, 2 fields',
    want: { 0: 0, 2: 1, 3: 3, 4: 4 },
  },
])('$rule', ({ old, ours, want }) => {
  expect(Object.fromEntries(matchHeadings(headings(old), headings(ours)))).toEqual(want);
});
