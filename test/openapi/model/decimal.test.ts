import { describe, expect, it } from 'vitest';
import {
  type Amount,
  commonStep,
  exactAmount,
  isMultipleOf,
  multipleFrom,
  sumOf,
} from '../../../openapi/model/decimal.ts';

describe('a multiple of a step', () => {
  it('is every price in cents', () => {
    const prices = Array.from({ length: 10_000 }, (_, cents) => cents / 100);
    expect(prices.filter((price) => !isMultipleOf(price, 0.01))).toEqual([]);
  });

  it.each<[Amount, Amount, boolean]>([
    [0.295, 0.01, false],
    [0.3, 0.1, true],
    [0.30000000000000004, 0.1, false],
    [-0.29, 0.01, true],
    [0, 0.01, true],
    [3e-9, 1e-9, true],
    [3.5e-9, 1e-9, false],
    [1e-13, 0.01, false],
    [10_000_000_000.01, 0.01, true],
    [10_000_000_000.015, 0.01, false],
    [1e300, 1e-9, true],
    [1e300, 7, false],
    [5e-324, 1e308, false],
    [7, 2, false],
    [7, 3.5, true],
    [9007199254740993n, 3, true],
    [9007199254740993n, 2, false],
    [1, 0, true],
  ])('%s in steps of %s: %s', (amount, step, want) => {
    expect(isMultipleOf(amount, step)).toBe(want);
  });
});

it.each<[Amount, Amount, number, Amount]>([
  [0.295, 0.01, 0, 0.3],
  [-0.295, 0.01, 0, -0.29],
  [0.3, 0.1, 0, 0.3],
  [0.2, 0.1, 1, 0.3],
  [0.3, 0.1, -1, 0.2],
  [5, -2, 0, 4],
  [9007199254740992n, 1, 1, 9007199254740993n],
  [5, 0, 1, 5],
])('from %s the multiples of %s, %s further, are %s', (amount, step, further, want) => {
  expect(multipleFrom(amount, step, further)).toBe(want);
});

it('adds as on paper', () => {
  expect(sumOf(0.1, 0.2)).toBe(0.3);
  expect(sumOf(9223372036854775807n, 1)).toBe(9223372036854775808n);
  expect(sumOf(9007199254740993n, -9007199254740990n)).toBe(3);
});

it.each<[readonly Amount[], Amount | undefined]>([
  [[], undefined],
  [[0.01, 1], 1],
  [[6, 4, 0.5], 12],
  [[0.02, 0.03], 0.06],
])('%s have the common step %s', (steps, want) => {
  expect(commonStep(steps)).toBe(want);
});

describe('the number that a text writes', () => {
  it.each<[string, Amount]>([
    ['19.99', 19.99],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', 9007199254740993n],
    ['-9223372036854775808', -9223372036854775808n],
    ['9007199254740993.0', 9007199254740993n],
    ['1253261109769874438E2', 125326110976987443800n],
    ['1e22', 1e22],
    ['1.7976931348623157e308', 1.7976931348623157e308],
  ])('of %s is %s', (text, want) => {
    expect(exactAmount(text)).toBe(want);
  });
});
