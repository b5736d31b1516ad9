import process from 'node:process';
import { contractTests } from 'inokufu-api-kit/contract';

const { API_URL } = process.env;

await contractTests({
  describe,
  test,
  target: API_URL,
  key: 'mock-pro-key',
  plan: 'pro',
  only: ['listTypes'],
});
