import { createMockServer, renderCoverage } from 'inokufu-api-kit';
import { type ContractMatchers, createContractMatchers } from 'inokufu-api-kit/contract/matchers';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { searchCourses, searchWithSlip } from './search-client.ts';

declare module 'vitest' {
  // Vitest's own declaration has this parameter, and so must this one.
  interface Matchers<T> extends ContractMatchers {}
}
expect.extend(createContractMatchers());

const mock = await createMockServer();
beforeEach(() => mock.reset());
afterAll(() => mock.close());
const key = 'mock-free-key';

it('asks as the document says', async () => {
  const response = await searchCourses(mock.apiUrl, key, 'python');
  await expect(response).toFitContract('search');
  mock.expectNoProblems({ key });
});

it('is told the right word where it does not, though the answer is 200', async () => {
  const response = await searchWithSlip(mock.apiUrl, key, 'python');
  await expect(response).toFitContract();
  expect(() => mock.expectNoProblems()).toThrow(
    'search has no query parameter "keyword", and ignores it. Did you mean "keywords"? (1 request)',
  );
});

it('is told what of an answer is not as documented', async () => {
  mock.fail({ operationId: 'search', status: 200, body: { statusCode: 'ok' }, times: 1 });
  const response = await searchCourses(mock.apiUrl, key, 'python');
  await expect(response.clone()).not.toFitContract('search');
  await expect(expect(response).toFitContract()).rejects.toThrow(/\/statusCode must be 200; it is "ok"/);
});

it('sees what the suite never asks', () => {
  expect(renderCoverage(mock.coverage())).toContain('- search, values: lang=fr, type=video');
});
