import { expect, test } from 'vitest';
import { onceOfShared, share } from '../../../../docs-src/engine/views/shared-views.ts';

test('something is made once of a view that many pages have, and anew of any other', () => {
  let count = 0;
  const numbered = onceOfShared((view: { name: string }, mark: string) => `${view.name}${mark}${++count}`);
  const [shared, own] = [share({ name: 'shared' }), { name: 'own' }];
  expect([shared, own, shared, own].map((view) => numbered(view, ' '))).toEqual([
    'shared 1',
    'own 2',
    'shared 1',
    'own 3',
  ]);
});
