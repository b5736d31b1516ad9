import { expect, test } from 'vitest';
import { parameterize } from '../../../../docs-src/engine/markdown/parameterize.ts';

test.each([
  ['Usage plans', 'usage-plans'],
  ['Learning Objects (LO)', 'learning-objects-lo'],
  ['Été à Orléans', 'ete-a-orleans'],
  ['Straße Œuvre Łódź', 'strasse-oeuvre-lodz'],
  ['What&#39;s new', 'what-39-s-new'],
  ['snake_case and --dashes--', 'snake_case-and-dashes'],
  ['Formacode®', 'formacode'],
  ['検索', ''],
  ['Поиск', ''],
  ['API 🎉', 'api'],
])('spells %s as Rails does', (given, want) => {
  expect(parameterize(given)).toBe(want);
});
