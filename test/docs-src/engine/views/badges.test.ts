import { expect, test } from 'vitest';
import { badgeStyles, badgeViews } from '../../../../docs-src/engine/views/badges.ts';
import { toyOperation } from './toy-model.ts';

test.each([
  { badges: undefined, want: [], css: '' },
  { badges: 'Beta', want: [], css: '' },
  { badges: [{ name: 'Beta' }, 'Gold', { color: 'red' }, 5], want: ['Beta', 'Gold'], css: '' },
  {
    badges: [{ name: 'Beta' }, { name: 'Alpha', position: 'before', color: 'Red' }],
    want: ['Alpha badge-red', 'Beta'],
    css: '.badge-red { --badge: Red; }',
  },
  {
    badges: [
      { name: 'A', color: 'rgb(1, 2, 3)' },
      { name: 'B', color: 'rgb(1, 2, 3)' },
    ],
    want: ['A badge-rgb-1-2-3', 'B badge-rgb-1-2-3'],
    css: '.badge-rgb-1-2-3 { --badge: rgb(1, 2, 3); }',
  },
  {
    badges: [
      { name: 'A', color: 'red' },
      { name: 'B', color: 'blue' },
    ],
    want: ['A badge-red', 'B badge-blue'],
    css: '.badge-red { --badge: red; }\n.badge-blue { --badge: blue; }',
  },
  { badges: [{ name: 'A', color: 'red; } body { display: none' }], want: ['A'], css: '' },
])('the badges $badges are $want', async ({ badges, want, css }) => {
  const operation = await toyOperation({ 'x-badges': badges });
  const shown = badgeViews(operation).map(({ name, className }) => `${name} ${className}`.trim());
  expect(shown).toEqual(want);
  expect(badgeStyles([operation])).toBe(css);
});
