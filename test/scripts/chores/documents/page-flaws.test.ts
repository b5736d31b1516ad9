import { expect, it } from 'vitest';
import { pageFlaws } from '../../../../scripts/chores/documents/page-flaws.ts';

it.each([
  { html: '<p id="a">1</p><p id="b">2</p>', own: '', want: [] },
  { html: '<p id="a">1</p><p id="a">2</p>', own: '', want: ['a.html: id a twice'] },
  {
    html: '<p>undefined</p><p>[object Object]</p>',
    own: '',
    want: ['a.html: undefined', 'a.html: [object Object]'],
  },
  { html: '<p>NaN of 3</p>', own: '', want: ['a.html: NaN'] },
  { html: '<p>NaN of 3</p>', own: 'description: NaN is no number', want: [] },
  { html: '<p>undefinedness</p>', own: '', want: [] },
])('$html has $want, where the document says "$own"', ({ html, own, want }) => {
  expect(pageFlaws(new Map([['a.html', html]]), own)).toEqual(want);
});

it('looks into pages alone', () => {
  expect(pageFlaws(new Map([['a.js', 'undefined']]), '')).toEqual([]);
});
