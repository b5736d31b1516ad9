import { describe, test } from 'node:test';
import { createMockServer } from 'inokufu-api-kit';
import { contractTests } from 'inokufu-api-kit/contract';

const mock = await createMockServer();
await contractTests({
  describe,
  test,
  target: mock.apiUrl,
  key: 'mock-pro-key',
  plan: 'pro',
  only: ['search'],
});
await mock.close();
