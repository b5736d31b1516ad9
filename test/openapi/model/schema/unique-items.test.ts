import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileSchema } from '../../../../openapi/model/schema/compile-schema.ts';

const check = compileSchema({ type: 'array', uniqueItems: true });
const isUnique = (items: unknown) => check(items);

it.each([
  { given: [], want: true },
  { given: [1, '1', true, null, [1], { a: 1 }], want: true },
  { given: [1, 2, 1], want: false },
  {
    given: [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    want: false,
  },
  { given: [{ a: [{ c: 1, d: 2 }] }, { a: [{ d: 2, c: 1 }] }], want: false },
  {
    given: [
      [1, 2],
      [2, 1],
    ],
    want: true,
  },
  { given: [{ a: 1 }, { a: 1, b: null }], want: true },
  { given: [null, null], want: false },
])('takes $given for unique: $want', ({ given, want }) => {
  expect(isUnique(given)).toBe(want);
});

it('names the two items that are the same', () => {
  expect(isUnique([5, { a: 1 }, 7, { a: 1 }])).toBe(false);
  expect(check.errors).toMatchObject([{ keyword: 'uniqueItems', params: { i: 3, j: 1 } }]);
});

it('lets everything pass where it is false', () => {
  expect(compileSchema({ uniqueItems: false })([1, 1])).toBe(true);
});

it('agrees with a comparison of each with each', () => {
  const items = fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 6 });
  fc.assert(
    fc.property(items, (given) => {
      const pairs = given.flatMap((one, index) => given.slice(index + 1).map((other) => [one, other]));
      const isSame = (one: unknown, other: unknown) => {
        try {
          expect(one).toEqual(other);
          return true;
        } catch {
          return false;
        }
      };
      expect(isUnique(given)).toBe(!pairs.some(([one, other]) => isSame(one, other)));
    }),
  );
});

it('reads a list of a hundred thousand objects once', () => {
  expect(isUnique(Array.from({ length: 100_000 }, (_, id) => ({ id })))).toBe(true);
});
