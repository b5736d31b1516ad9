import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { findConfigFile } from '../../../scripts/commands/settings/find-config-file.ts';
import { readConfigFile } from '../../../scripts/commands/settings/read-config-file.ts';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'config-file-')));
  mkdirSync(path.join(folder, 'a/b'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('the configuration of a folder', () => {
  it.each(['yaml', 'yml', 'ts', 'mjs', 'js'])('is its api-kit.config.%s', (type) => {
    expect(findConfigFile(folder)).toBeUndefined();
    const file = write(`api-kit.config.${type}`, '');
    expect(findConfigFile(folder)).toBe(file);
  });

  it('is the nearest above, and the search ends there', () => {
    write('api-kit.config.yaml', '');
    const nearer = write('a/api-kit.config.js', '');
    expect(findConfigFile(path.join(folder, 'a/b'))).toBe(nearer);
  });

  it('is one: two would hide each other', () => {
    write('api-kit.config.js', '');
    write('api-kit.config.yaml', '');
    expect(() => findConfigFile(path.join(folder, 'a'))).toThrow(
      /api-kit\.config\.yaml and api-kit\.config\.js are both there: keep one, or name one with --config\.$/,
    );
  });
});

describe('a configuration is read', () => {
  const typed = `import type { KitConfig } from '${packageFile('mock/server.ts')}';
    const port: number = 8080;
    export default { document: 'api.yaml', mock: { port } } satisfies KitConfig;`;

  it.each([
    { name: 'kit.yaml', text: '# mine\ndocument: api.yaml\nmock: { port: 8080 }\n' },
    { name: 'kit.json', text: '{"document": "api.yaml", "mock": {"port": 8080}}' },
    { name: 'kit.mjs', text: "export default { document: 'api.yaml', mock: { port: 8080 } };" },
    { name: 'kit.ts', text: typed },
    { name: 'kit.mts', text: typed },
  ])('from $name', async ({ name, text }) => {
    const { api, commands } = await readConfigFile(write(name, text));
    expect([api, commands.mock]).toEqual([{ document: path.join(folder, 'api.yaml') }, { port: 8080 }]);
  });

  it.each([
    { name: 'kit.yaml', text: 'mock: { port: 1\n', want: /kit\.yaml, line \d+, column \d+: / },
    {
      name: 'kit.yaml',
      text: 'mock: {}\nmock: {}\n',
      want: /kit\.yaml, line 2, column 1: the key "mock" is there twice/,
    },
    { name: 'kit.yaml', text: 'mock: { prot: 1 }\n', want: /kit\.yaml#\/mock\/prot: .*did you mean "port"/ },
    {
      name: 'kit.mjs',
      text: 'export const config = {};',
      want: /kit\.mjs has no default export: write "export default defineConfig/,
    },
    { name: 'kit.mjs', text: 'export default {', want: /kit\.mjs can't be loaded: / },
    { name: 'kit.mjs', text: "import 'nowhere-at-all';", want: /kit\.mjs can't be loaded: .*nowhere-at-all/ },
    {
      name: 'kit.ts',
      text: 'export default { mock: { seed: 1.5 } };',
      want: /kit\.ts#\/mock\/seed: must be a whole number/,
    },
  ])('and what is wrong with it is told: $name with $text', async ({ name, text, want }) => {
    await expect(readConfigFile(write(name, text))).rejects.toThrow(want);
  });

  it('and a file that is not there is named', async () => {
    await expect(readConfigFile(path.join(folder, 'nowhere.yaml'))).rejects.toThrow(
      /nowhere\.yaml can't be read: ENOENT/,
    );
  });
});
