import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCookies,
  decodePairs,
  encodePair,
  encodePairs,
  joinCookies,
  splitCookies,
  splitQuery,
} from '../../../../openapi/operations/wire/query-pairs.ts';

const pairs = fc.array(
  fc.record({ name: fc.string({ unit: 'grapheme' }), value: fc.string({ unit: 'grapheme' }) }),
);

describe('what was encoded is decoded to the same', () => {
  it('in a query or a form', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        expect(decodePairs(encodePairs(given))).toEqual(given);
      }),
    );
  });

  it('in a Cookie header', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        expect(decodeCookies(joinCookies(given.map(encodePair)) ?? '')).toEqual(given);
      }),
    );
  });
});

describe('splitQuery', () => {
  it.each([
    { given: '', want: [] },
    { given: '&a&&b=&=c', want: ['a=', 'b=', '=c'] },
    { given: 'a=1=2&a=3', want: ['a=1=2', 'a=3'] },
    { given: 'a+b%20c=d+e%20f', want: ['a b c=d+e%20f'] },
    { given: '%zz=1&a=%zz', want: ['%zz=1', 'a=%zz'] },
  ])('gives $want for $given', ({ given, want }) => {
    expect(splitQuery(given).map(({ name, value }) => `${name}=${value}`)).toEqual(want);
  });
});

describe('splitCookies', () => {
  it.each([
    { given: '', want: [] },
    { given: ' a=1 ;b = 2;; c="3"', want: ['a=1', 'b=2', 'c="3"'] },
    { given: 'a=1=2; b=', want: ['a=1=2', 'b='] },
    { given: 'alone', want: ['=alone'] },
    { given: '%zz=50%', want: ['%zz=50%'] },
  ])('gives $want for $given', ({ given, want }) => {
    expect(splitCookies(given).map(({ name, value }) => `${name}=${value}`)).toEqual(want);
  });
});
