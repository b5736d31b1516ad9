import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createMockServer, renderCoverage } from '../../mock/server.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

const shop = packageFile('test/documents/mock-shop.yaml');
const mock = await createMockServer({ document: shop });
beforeEach(() => mock.clearCoverage());
afterAll(() => mock.close());

const ask = (target: string) => mock.fetch(mock.apiUrl + target);
const callsOf = (operationId: string) =>
  mock.coverage().operations.find((one) => one.operationId === operationId)?.calls;

describe('the coverage of a mock', () => {
  it('has what calls have used, and what they never did', async () => {
    await ask('/items?color=red');
    const { totals, operations } = mock.coverage();
    expect([totals.operations.seen, totals.parameters.seen, totals.enumValues]).toEqual([
      1,
      1,
      { seen: 1, of: 4 },
    ]);
    expect(operations.find(({ operationId }) => operationId === 'listItems')).toMatchObject({
      parameters: [
        { name: 'limit', calls: 0 },
        {
          name: 'color',
          calls: 1,
          values: [
            { value: 'red', calls: 1 },
            { value: 'green', calls: 0 },
          ],
        },
      ],
    });
    expect(renderCoverage(mock.coverage())).toContain('- listItems, values: color=green');
  });

  it.each<{ what: string; happens: () => unknown }>([
    { what: 'a reset between tests', happens: () => mock.reset() },
    { what: 'requests that are forgotten', happens: () => mock.clearRequests() },
    { what: 'being read', happens: () => mock.coverage() },
    { what: 'a thousand other requests', happens: () => askOften(1_001) },
    { what: 'hundreds of different ones', happens: () => askOften(1_300, (index) => `?limit=${index}`) },
  ])('survives $what', async ({ happens }) => {
    await ask('/items/7');
    await ask('/items/7');
    await ask('/items/8');
    await happens();
    await ask('/items/7');
    expect(callsOf('getItem')).toBe(4);
  });

  it('counts a status that was planted, and no status where none was sent', async () => {
    mock.fail({ status: 404, times: 1 });
    await ask('/items');
    mock.fail({ connection: 'drop', times: 1 });
    await ask('/items').catch(() => {});
    const listed = mock.coverage().operations.find(({ operationId }) => operationId === 'listItems');
    expect(listed).toMatchObject({ calls: 2, drift: { statuses: [] } });
    expect(listed?.statuses.map(({ calls }) => calls)).toEqual([0, 1, 0]);
  });

  it('begins anew with a document that is read again, and leaves out what was asked before', async () => {
    await ask('/items');
    await mock.reload();
    await ask('/items');
    await ask('/items?limit=1');
    expect(callsOf('listItems')).toBe(2);
    expect(callsOf('listItems')).toBe(2);
  });

  it('is read and cleared by HTTP, too', async () => {
    await ask('/items');
    const read = async () => (await fetch(`${mock.adminUrl}/coverage`)).json();
    expect(await read()).toEqual(JSON.parse(JSON.stringify(mock.coverage())));
    expect((await fetch(`${mock.adminUrl}/coverage`, { method: 'DELETE' })).status).toBe(204);
    expect(callsOf('listItems')).toBe(0);
  });

  async function askOften(times: number, query = (_index: number) => '') {
    for (let index = 0; index < times; index += 1) await ask(`/items${query(index)}`);
  }
});
