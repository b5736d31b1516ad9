import { buildSite } from 'inokufu-api-kit/docs';
import { expect, it } from 'vitest';

it('builds an existing Slate source as it is', async () => {
  const faults: string[] = [];
  const files = await buildSite({
    slate: new URL('.', import.meta.url).pathname,
    onFault: ({ file, line, message }) => faults.push(`${file}:${line}: ${message}`),
  });
  const page = String(files.get('index.html'));
  expect(page).toContain('<h1 id="kittens"');
  expect(page).toContain('No such kitten');
  expect(faults).toEqual([]);
});
