import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sampleLanguages } from '../../../../docs-src/engine/samples/index.ts';
import { nastyRequests } from './nasty-requests.ts';

const golden = path.join(import.meta.dirname, '../../../golden/code-samples');
const extensions: Readonly<Record<string, string>> = {
  shell: 'sh',
  python: 'py',
  php: 'php',
  javascript: 'js',
};

/** Golden files: `npx vitest run --project fast test/docs-src/engine/code-samples -u` writes them anew. */
describe.each(sampleLanguages.map((language) => [language.id, language] as const))('%s', (id, language) => {
  test.each(Object.entries(nastyRequests))('prints %s as its golden file has it', async (name, request) => {
    await expect(language.print(request)).toMatchFileSnapshot(path.join(golden, `${name}.${extensions[id]}`));
  });

  test.each(Object.entries(nastyRequests))('breaks the lines of %s', (_name, request) => {
    const literals = /"(?:[^"\\]|\\.)*"|\$?'(?:[^'\\]|\\.)*'/g;
    const tooLong = language
      .print(request)
      .split('\n')
      .filter((line) => line.length > 80)
      // No language breaks a text that stays in one line.
      .filter((line) => !(line.match(literals) ?? []).some((text) => text.length > 55));
    expect(tooLong).toEqual([]);
  });

  test('shows the key in one place', () => {
    const request = nastyRequests['plain-get'];
    if (request === undefined) throw new Error('No request plain-get.');
    expect(language.print(request).split('SAY-FRIEND-AND-ENTER')).toHaveLength(2);
  });
});
