import { expect, it } from 'vitest';
import { createAnsweredRequests } from '../../../../mock/inokufu/feedback/answered-requests.ts';

it('remembers the last 50,000 requests, and not all there ever were', async () => {
  const answered = createAnsweredRequests();
  for (let number = 1; number <= 100_000; number += 1) await answered.remember(`request-${number}`);
  expect(await answered.has('request-1')).toBe(false);
  expect(await answered.has('request-50001')).toBe(true);
  expect(await answered.has('request-100000')).toBe(true);
  await answered.clear();
  expect(await answered.has('request-100000')).toBe(false);
});
