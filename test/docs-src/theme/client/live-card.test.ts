import { expect, test } from 'vitest';
import { fieldText } from '../../../../docs-src/theme/client/live-card.ts';

test.each([
  { item: { a: 'x' }, field: 'a', want: 'x' },
  { item: { a: { b: 0 } }, field: 'a.b', want: '0' },
  { item: { a: ['x', 'y'] }, field: 'a', want: 'x,y' },
  { item: { a: null }, field: 'a.b', want: '' },
  { item: { a: 1 }, field: 'b', want: '' },
  { item: 'text', field: 'a', want: '' },
])('the field $field of $item says "$want"', ({ item, field, want }) => {
  expect(fieldText(item, field)).toBe(want);
});
