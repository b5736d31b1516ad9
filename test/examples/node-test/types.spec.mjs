import { deepEqual, equal } from 'node:assert/strict';
import { after, test } from 'node:test';
import { createMockServer } from 'inokufu-api-kit';

const mock = await createMockServer();
after(() => mock.close());

test('a fault is met once', async () => {
  mock.fail({ operationId: 'listTypes', connection: 'drop', times: 1 });
  const types = () => fetch(`${mock.apiUrl}/type`);
  const lost = await types().catch(({ cause }) => cause.code);
  equal(lost, 'UND_ERR_SOCKET');
  deepEqual(mock.requests().at(-1)?.operationId, 'listTypes');
  equal((await types()).status, 200);
});
