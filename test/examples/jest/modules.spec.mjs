import { createMockServer } from 'inokufu-api-kit';

test('a module has a mock of its own, without a port', async () => {
  const mock = await createMockServer({ listen: false });
  mock.fail({ operationId: 'listTypes', status: 503, times: 1 });
  expect((await mock.fetch(`${mock.apiUrl}/type`)).status).toBe(503);
  expect((await mock.fetch(`${mock.apiUrl}/type`)).status).toBe(200);
  expect(mock.requests().map(({ status }) => status)).toEqual([503, 200]);
});
