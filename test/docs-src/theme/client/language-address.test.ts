import { describe, expect, it } from 'vitest';
import { languageOfQuery, queryWithLanguage } from '../../../../docs-src/theme/client/language-address.ts';

const known = ['shell', 'python', 'c#'];

describe('the language in the address', () => {
  it.each([
    ['?python', 'python'],
    ['?language=python', 'python'],
    ['?a=1&language=shell', 'shell'],
    ['?c%23', 'c#'],
    ['?pascal', undefined],
    ['?language=pascal', undefined],
    ['?%', undefined],
    ['', undefined],
  ])('%s is %s', (query, language) => {
    expect(languageOfQuery(query, known)).toBe(language);
  });

  it.each([
    ['', '?python'],
    ['?shell', '?python'],
    ['?a=1&language=shell', '?a=1&language=python'],
  ])('%s becomes %s', (query, changed) => {
    expect(queryWithLanguage(query, 'python')).toBe(changed);
  });
});
