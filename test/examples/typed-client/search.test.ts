import { createMockServer } from 'inokufu-api-kit';
import { expect, it } from 'vitest';
import { search } from './search.ts';

it('searches with parameters that the compiler has checked', async () => {
  const mock = await createMockServer();
  const query = {
    keywords: 'python',
    lang: 'en',
    type: 'mooc',
    bloom: 'discover',
    model: 'strict',
    max: 2,
  } as const;
  const { response } = await search(mock.apiUrl, 'mock-pro-key', query);
  expect(response.content).toHaveLength(2);
  await mock.close();
});
