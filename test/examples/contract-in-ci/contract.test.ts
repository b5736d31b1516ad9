import { createMockServer } from 'inokufu-api-kit';
import { checkContract, renderContractReport } from 'inokufu-api-kit/contract';
import { expect, it } from 'vitest';

/** Against the live API: `target: new URL('https://api.inokufu.com/learningobject/v2')` and `key` from the environment. */
async function startMock() {
  const mock = await createMockServer();
  return { url: new URL(mock.apiUrl), key: 'mock-pro-key', close: mock.close };
}

it('keeps the contract', async () => {
  const report = await checkContract({ target: startMock, plan: 'pro', only: ['listTypes', 'search'] });
  expect(report.verdict, renderContractReport(report)).toBe('held');
});
