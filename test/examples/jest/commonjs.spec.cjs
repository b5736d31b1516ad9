const process = require('node:process');

const { MOCK_URL, API_URL } = process.env;

/** By HTTP what `mock.createKey` and `mock.fail` do. */
async function admin(path, body) {
  const reply = await fetch(`${MOCK_URL}/__mock${path}`, { method: 'POST', body: JSON.stringify(body) });
  return reply.json();
}

test('a CommonJS file shares the mock of the run, with a key of its own', async () => {
  const { key } = await admin('/keys', { plan: 'free' });
  await admin('/faults', { key, status: 503, times: 1 });
  const search = () => fetch(`${API_URL}/search?keywords=python`, { headers: { 'x-api-key': key } });
  expect((await search()).status).toBe(503);
  const { errors } = await (await search()).json();
  expect(errors.map(({ name }) => name)).toContain('lang');
});
