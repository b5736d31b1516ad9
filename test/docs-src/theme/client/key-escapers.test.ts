import { expect, it } from 'vitest';
import { sampleLanguages } from '../../../../docs-src/engine/samples/index.ts';
import { keyEscapers } from '../../../../docs-src/theme/client/key-escapers.ts';

it('has the escape of every sample language', () => {
  const own = Object.fromEntries(sampleLanguages.map(({ id, escapeKey }) => [id, escapeKey]));
  expect(keyEscapers).toEqual(own);
});

it.each([
  { id: 'shell', want: `k'\\''$"\\` },
  { id: 'python', want: `k'$\\"\\\\` },
  { id: 'javascript', want: `k'$\\"\\\\` },
  { id: 'php', want: `k\\'$"\\\\` },
])('writes a key into a $id sample', ({ id, want }) => {
  expect(keyEscapers[id]?.(`k'$"\\`)).toBe(want);
});
