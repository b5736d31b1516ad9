import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createApp } from './app.ts';

it('answers its own pages, and the API beside them', async () => {
  const { app, mock } = await createApp();
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;

  expect(await (await fetch(at('/'))).text()).toBe('My catalogue');
  expect((await fetch(at('/learningobject/v2/type'))).status).toBe(200);
  expect((await fetch(at('/learningobject/v2/search?keywords=python'))).status).toBe(401);

  server.close();
  await mock.close();
});
