import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type SiteFiles } from '../../docs-src/build-site.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { askQuestions } from '../../scripts/chores/search-check/check-questions.ts';
import { readQuestions } from '../../scripts/chores/search-check/read-questions.ts';

/* What the search of our site reached; npm run search-check prints what is missed. */
describe('readers of our site find', () => {
  let files: SiteFiles;
  beforeAll(async () => {
    files = await buildSite();
  });

  it.each([
    ['tuned', 212, 198, 210],
    ['untouched', 40, 36, 40],
  ])(
    'the answers of %s.yaml: of so many so many first, so many among the first three',
    (name, all, first, firstThree) => {
      const file = packageFile(`test/docs-src/search-questions/${name}.yaml`);
      const checked = askQuestions(files, readQuestions(readFileSync(file, 'utf8')));
      const atMost = (place: number) => checked.filter(({ at }) => at >= 0 && at <= place).length;
      expect(checked).toHaveLength(all);
      expect(checked.filter(({ found, isNearest }) => found.length === 0 || isNearest)).toEqual([]);
      expect(atMost(0)).toBeGreaterThanOrEqual(first);
      expect(atMost(2)).toBeGreaterThanOrEqual(firstThree);
    },
  );
});
