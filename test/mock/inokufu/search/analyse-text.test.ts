import { describe, expect, it } from 'vitest';
import { createTextAnalysis } from '../../../../mock/inokufu/search/analyse-text.ts';

const analyse = { en: createTextAnalysis('en'), fr: createTextAnalysis('fr') };

describe('one search term for', () => {
  it.each([
    ['en', 'letter case', 'Cooking', 'COOKING'],
    ['en', 'plurals', 'recipe', 'recipes'],
    ['en', 'plurals in -ies', 'study', 'studies'],
    ['en', 'inflections', 'nursing', 'nurses'],
    ['en', 'verb forms', 'weld', 'welding'],
    ['en', 'possessives', 'Newton', 'Newton’s'],
    ['en', 'possessives of plurals', 'nurses', 'nurses’'],
    ['en', 'accents', 'resume', 'résumé'],
    ['en', 'accents that are characters of their own', 'café', 'cafe\u0301'],
    ['fr', 'accents', 'developpement', 'Développement'],
    ['fr', 'plurals', 'soudure', 'soudures'],
    ['fr', 'plurals in -aux', 'cheval', 'chevaux'],
    ['fr', 'feminine participles', 'formé', 'formées'],
    ['fr', 'feminines in -ière', 'infirmier', 'infirmières'],
    ['fr', 'œ', 'œuvre', 'OEUVRE'],
    ['fr', 'elision with a typographic apostrophe', 'anglais', 'l’anglais'],
    ['fr', 'elision with a straight apostrophe', 'algèbre', "d'algèbre"],
    ['fr', 'elision of qu', 'anglais', 'qu’anglais'],
    ['fr', 'no-break spaces', 'pain levain', 'pain\u00a0levain'],
  ] as const)('%s: %s', (lang, _rule, first, second) => {
    expect(analyse[lang](second)).toEqual(analyse[lang](first));
    expect(analyse[lang](first)).not.toEqual([]);
  });

  it.each([
    ['C++', ['c++']],
    ['C#', ['c#']],
    ['2025', ['2025']],
    ['the history of the', ['histori']],
    ['how to weld', ['weld']],
    ['  ', []],
    ['!?', []],
    ['the', []],
    ['how to', []],
    ['IT or WHO', ['it', 'or', 'who']],
    ['书法', ['书法']],
  ])('reads %j as %j', (text, want) => {
    expect(analyse.en(text)).toEqual(want);
  });

  it.each(['le la les', 'Qu’est-ce que', 'comment', 'où', 'à la'])('reads nothing in %j', (text) => {
    expect(analyse.fr(text)).toEqual([]);
  });

  it('drops the small words of the language only', () => {
    expect(analyse.fr('la cuisine de la mer')).toHaveLength(2);
    expect(analyse.en('la')).toEqual(['la']);
  });
});
