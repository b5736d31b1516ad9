import { createMockServer } from 'inokufu-api-kit';
import { checkContract } from 'inokufu-api-kit/contract';
import { buildSite } from 'inokufu-api-kit/docs';
import { expect, it } from 'vitest';
import { runApiKit } from '../../scripts/run-command.ts';

const document = new URL('../configured/parcels.yaml', import.meta.url).pathname;
const overlays = [new URL('parcels.overlay.yaml', import.meta.url).pathname];

it('is what the mock answers by', async () => {
  const mock = await createMockServer({ document, overlays, listen: false });
  const call = (path: string) => mock.fetch(mock.apiUrl + path, { headers: { authorization: 'Bearer a' } });
  expect(await (await call('/parcels/1')).json()).toEqual({ id: 1, place: 'Nantes' });
  expect((await call('/parcels/1?lang=de')).status).toBe(400);
  expect((await call('/reports')).status).toBe(404);
  await mock.reload({ overlays: undefined });
  expect((await call('/reports')).status).toBe(200);
  await mock.close();
});

it('is on the pages, and in the document that they offer', async () => {
  const files = await buildSite({ document, overlays });
  expect(files.get('index.html')).toContain('Where a parcel is');
  const published = JSON.parse(String(files.get('openapi.json')));
  expect(Object.keys(published.paths)).toEqual(['/parcels/{id}']);
});

it('is the contract', async () => {
  const target = 'http://127.0.0.1:9';
  const { operations } = await checkContract({ document, overlays, target, dryRun: true });
  expect(operations.map(({ operationId }) => operationId)).toEqual(['getParcel']);
});

it('makes the types', async () => {
  const { stdout } = await runApiKit(['types', '--overlay', String(overlays[0]), document]);
  expect(stdout).toContain('lang?: "en" | "fr"');
  expect(stdout).not.toContain('exportReport');
});
