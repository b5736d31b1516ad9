import { createMockServer } from 'inokufu-api-kit';
import { contractTests } from 'inokufu-api-kit/contract';
import { describe, test } from 'vitest';

/** Against the live API: `target: 'https://api.inokufu.com/learningobject/v2'` and `key` from the environment. */
async function startMock() {
  const mock = await createMockServer();
  return { url: mock.apiUrl, key: 'mock-pro-key', close: mock.close };
}

await contractTests({ describe, test, target: startMock, plan: 'pro', only: ['listTypes', 'search'] });
