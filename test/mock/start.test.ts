import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';

const built = pathToFileURL(packageFile('dist/scripts/index.js')).href;

/** The files of packages that a process has loaded after it has asked a mock for one path: `express/index.js`. */
async function loadedAfter(path: string, status: number): Promise<readonly string[]> {
  const code = `
    import { createRequire } from 'node:module';
    import { createMockServer } from ${JSON.stringify(built)};
    const mock = await createMockServer();
    const headers = { 'x-api-key': mock.keys()[0].key };
    const reply = await fetch(mock.url + ${JSON.stringify(path)}, { headers });
    if (reply.status !== ${status}) throw new Error(await reply.text());
    await mock.close();
    console.log(JSON.stringify(Object.keys(createRequire(${JSON.stringify(built)}).cache)));`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code]);
  const files = JSON.parse(stdout) as readonly string[];
  return files.map((file) => file.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? '');
}

const fitting =
  '/learningobject/v2/search?lang=en&keywords=python&type=mooc&bloom=understand&model=strict&max=10';
const express = 'express/index.js';
const compiler = 'ajv/dist/core.js';

describe('a built mock loads what it needs, when it needs it', () => {
  it('for a search that fits neither Express, a compiler of schemas nor a YAML parser', async () => {
    const loaded = await loadedAfter(fitting, 200);
    expect(loaded).toContain('negotiator/index.js');
    for (const file of [express, compiler, 'yaml/dist/index.js']) expect(loaded).not.toContain(file);
  });

  it('for one that does not fit the compiler, which says why', async () => {
    expect(await loadedAfter(`${fitting}0000`, 400)).toContain(compiler);
  });

  it('for a path of the site Express', async () => {
    expect(await loadedAfter('/openapi.json', 200)).toContain(express);
  });
});
