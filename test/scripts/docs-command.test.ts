import { expect, it } from 'vitest';
import { locales } from '../../docs-src/engine/words/words.ts';
import { docsCommand } from '../../scripts/commands/docs.ts';

it('offers each language that there are words for', () => {
  const option = docsCommand().options.find(({ long }) => long === '--locale');
  expect(option?.argChoices).toEqual(locales.map(({ locale }) => locale));
});
