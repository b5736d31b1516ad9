import { describe, expect, it } from 'vitest';
import { quote, quoteProblems } from '../../../../mock/engine/failures/quote.ts';
import { shopEngine } from '../shop.ts';

describe('quote', () => {
  it.each([
    { given: 'short', want: 'short' },
    { given: 'x'.repeat(200), want: 'x'.repeat(200) },
    { given: 'x'.repeat(201), want: `${'x'.repeat(200)}…` },
    { given: `${'x'.repeat(199)}😀`, want: `${'x'.repeat(199)}…` },
  ])('gives $want', ({ given, want }) => {
    expect(quote(given)).toBe(want);
  });

  it('cuts what problems show of a request, and their number', () => {
    const long = 'y'.repeat(10_000);
    const problem = { where: 'body', name: `/${long}`, code: 'invalid', message: long } as const;
    const shown = quoteProblems(
      Array.from({ length: 300 }, (_, index) => ({ ...problem, value: index % 2 ? long : [long] })),
    );
    expect(shown).toHaveLength(100);
    for (const { name, message, value } of shown) {
      expect([name.length, message.length, String(value).length]).toEqual([201, 2_001, 201]);
    }
    const short = { ...problem, name: '/a', message: 'Wrong.', value: { a: 1 } };
    expect(quoteProblems([short])).toEqual([short]);
  });
});

describe('a reply to a long request is short', () => {
  const long = 'z'.repeat(5_000);
  it.each([
    { line: `GET /items?color=${long}`, headers: {} },
    { line: `GET /${long}`, headers: {} },
    { line: `GET /%ff${long}`, headers: {} },
    { line: 'GET /items', headers: { accept: `a/${long}` } },
    { line: 'GET /items', headers: { prefer: `example=${long}` } },
    {
      line: 'POST /items',
      headers: { 'content-type': `a/${long}`, 'content-length': '1', 'x-shop-key': 'mock-small-key' },
    },
    {
      line: `GET /items?${Array.from({ length: 500 }, (_, index) => `q${index}=%ff`).join('&')}`,
      headers: {},
    },
  ])('$line', async ({ line, headers }) => {
    const { text, status } = await shopEngine().ask(line, { headers });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text.length).toBeLessThan(25_000);
    expect(text).not.toContain('z'.repeat(201));
  });
});
