import { createMockServer } from 'inokufu-api-kit';
import { createContractMatchers } from 'inokufu-api-kit/contract/matchers';

expect.extend(createContractMatchers());

test('a module has a mock of its own, without a port', async () => {
  const mock = await createMockServer({ listen: false });
  mock.fail({ operationId: 'listTypes', status: 503, times: 1 });
  expect((await mock.fetch(`${mock.apiUrl}/type`)).status).toBe(503);
  expect((await mock.fetch(`${mock.apiUrl}/type`)).status).toBe(200);
  expect(mock.requests().map(({ status }) => status)).toEqual([503, 200]);
});

test('a response is held against the document', async () => {
  const mock = await createMockServer({ listen: false });
  await expect(await mock.fetch(`${mock.apiUrl}/type`)).toFitContract('listTypes');
  const body = [{ type: 'book' }];
  const odd = { status: 200, headers: { 'content-type': 'application/json' }, body };
  await expect(odd).not.toFitContract('listTypes');
  await expect(expect(odd).toFitContract('listTypes')).rejects.toThrow('/0/description is required');
});
