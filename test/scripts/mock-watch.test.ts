import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningCommand, startApiKit } from './run-command.ts';

let folder: string;
let running: RunningCommand;
let scenariosUrl: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mock-watch-'));
});
afterEach(async () => {
  running.kill('SIGKILL');
  await running.ended;
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const document = (title: string, example: string) => `
openapi: 3.1.0
info: { title: ${title}, version: '1' }
security: [{ key: [] }]
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        '200':
          description: Pets.
          content: { application/json: { schema: { $ref: pet.yaml }, example: ${example} } }
components: { securitySchemes: { key: { type: apiKey, in: header, name: x-key } } }
`;
const config = (quota: number, rest = '') => `
document: pets.yaml
plans: { free: { rate: 100/s, quota: ${quota}/month } }
handlers: handlers.mjs
mock: { port: 0, docs: false }
${rest}`;

async function startWatching(): Promise<() => Promise<{ status: number; text: string }>> {
  write('pets.yaml', document('Pets', '{ name: Rex }'));
  write('pet.yaml', 'type: object\n');
  write('handlers.mjs', '');
  write('api-kit.config.yaml', config(5, 'scenarios: { busy: { summary: Busy. } }'));
  running = startApiKit(['mock', '--watch'], {}, folder);
  const [, api = '', admin = ''] = await running.printed(/API +(http\S+)[\s\S]*Admin +(http\S+)/);
  await running.printed(/Watching /);
  scenariosUrl = `${admin}/scenarios`;
  return async () => {
    const reply = await fetch(`${api}/pets`, { headers: { 'x-key': 'mock-free-key' } });
    return { status: reply.status, text: await reply.text() };
  };
}

/** Asks until the mock says it: when a change arrives is the system's matter. */
const until = (ask: () => Promise<{ status: number; text: string }>, want: object) =>
  expect.poll(ask, { timeout: 10_000, interval: 50 }).toMatchObject(want);

describe('a mock that watches', () => {
  it('takes its document, a file beside it, its handlers and its configuration anew, and keeps what it remembers', async () => {
    const ask = await startWatching();
    expect(await ask()).toMatchObject({ status: 200, text: '{"name":"Rex"}' });
    expect(await (await fetch(scenariosUrl)).json()).toHaveLength(1);
    write('pets.yaml', document('Pets', '{ name: Ada }'));
    await running.printed(/Read again: Pets/);
    expect(await ask()).toMatchObject({ text: '{"name":"Ada"}' });
    write('handlers.mjs', "export const listPets = () => ({ status: 200, body: { name: 'Own' } });");
    await running.printed(/(Read again[\s\S]*){2}/);
    expect(await ask()).toMatchObject({ text: '{"name":"Own"}' });
    write('pet.yaml', 'type: string\n');
    await running.printed(/(Read again[\s\S]*){3}/);
    // The handler's reply does not fit any more, and that is loud.
    expect(await ask()).toMatchObject({ status: 500 });
    write('api-kit.config.yaml', config(4));
    await running.printed(/(Read again[\s\S]*){4}/);
    // Four calls were made before.
    expect(await ask()).toMatchObject({ status: 429 });
    // What the configuration does not say any more is not there any more.
    expect(await (await fetch(scenariosUrl)).json()).toEqual([]);
  });

  it('goes on as it was where a change is broken, and says why', async () => {
    const ask = await startWatching();
    write('pets.yaml', 'openapi: [');
    await running.complained(/The mock goes on as it was\. [\s\S]*pets\.yaml/);
    expect(await ask()).toMatchObject({ status: 200, text: '{"name":"Rex"}' });
    write('handlers.mjs', 'export const listPts = () => {};');
    write('pets.yaml', document('Pets', '{ name: Ada }'));
    await running.complained(/goes on as it was[\s\S]*goes on as it was[\s\S]*listPts[\s\S]*listPets/);
    write('handlers.mjs', '');
    await until(ask, { text: '{"name":"Ada"}' });
  });
});
