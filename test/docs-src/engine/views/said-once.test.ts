import { expect, test } from 'vitest';
import { createSaidOnce } from '../../../../docs-src/engine/views/said-once.ts';

test('the first place of a thing stays its place', () => {
  const said = createSaidOnce();
  const thing = {};
  expect(said.earlier(thing)).toBeUndefined();
  said.note(thing, '#first');
  said.note(thing, '#second');
  expect([said.earlier(thing), said.earlier({})]).toEqual(['#first', undefined]);
});
