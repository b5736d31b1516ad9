import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type SiteFiles } from '../../../../docs-src/build-site.ts';
import { askQuestions, QuestionError } from '../../../../scripts/chores/search-check/check-questions.ts';

describe('a question is answered', () => {
  let files: SiteFiles;
  beforeAll(async () => {
    files = await buildSite();
  });
  const placeOf = (question: string, ...targets: string[]) =>
    askQuestions(files, [{ question, targets }])[0]?.at;

  it.each([
    ['by the place itself', 'learningTimeMax', '#search-parameter-learningTimeMax', 0],
    ['by the same with its page', 'learningTimeMax', 'index.html#search-parameter-learningTimeMax', 0],
    [
      'by the same on the page of the operation',
      'noteMin',
      'operations/search.html#search-parameter-noteMin',
      0,
    ],
    ['by a part of the operation', 'noteMin', '#search', 0],
    ['by a part of the operation, named by its page', 'noteMin', './operations/search.html', 0],
    ['by a part of the section', 'quota-exceeded', '#errors', 0],
    ['by a heading’s other id', 'search by provider', '#searchByProvider', 0],
    ['by a file', 'postman', 'postman-collection.json', 0],
    ['not by a neighbour', 'hasmore', '#search-parameter-max', -1],
    ['later', 'noteMin', '#searchByProvider-parameter-noteMin', 1],
  ])('%s', (_rule, question, target, at) => {
    expect(placeOf(question, target)).toBe(at);
  });

  it('by any of several targets', () => {
    expect(placeOf('noteMin', '#credits', '#search-parameter-noteMin')).toBe(0);
  });

  it.each(['#nowhere', 'nowhere.html', 'operations/search.html#nowhere'])(
    'not where nothing is: %s',
    (target) => {
      const ask = () => placeOf('noteMin', target, '#search');
      expect(ask).toThrow(new QuestionError(`"noteMin": nothing is at ${target}.`));
    },
  );
});
