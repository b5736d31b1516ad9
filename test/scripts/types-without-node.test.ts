import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { packageFile, packageRoot } from '../../openapi/model/package-root.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'without-node-'));
afterAll(() => rmSync(folder, { recursive: true }));

const use = `
  import { createMockServer, defineConfig, type OperationHandlers } from 'inokufu-api-kit';
  import { buildSite, type SiteFiles } from 'inokufu-api-kit/docs';
  import { checkContract, type ContractReport, contractTests, type TestRunner } from 'inokufu-api-kit/contract';
  import { type ContractMatchers, createContractMatchers } from 'inokufu-api-kit/contract/matchers';
  import type { operations } from 'inokufu-api-kit/types';

  declare const app: {
    use(listener: (incoming: object, outgoing: object, next: (error?: unknown) => void) => void): void;
  };
  const handlers: OperationHandlers<operations> = { listTypes: () => ({ status: 200, body: [] }) };
  await using mock = await createMockServer<operations>({ handlers, listen: false });
  app.use(mock.handler);
  const reply: Response = await mock.fetch(new Request(mock.apiUrl + '/type'));
  export const status: number = reply.status;
  export const config = defineConfig({ mock: { port: 4010 } });
  export const site: SiteFiles = await buildSite();
  export const report: ContractReport = await checkContract({ target: new URL(mock.apiUrl) });
  declare const runner: TestRunner;
  export const same: ContractReport = await contractTests({ ...runner, target: mock.apiUrl });
  export const fits: ContractMatchers['toFitContract'] = async (operationId) => {
    await createContractMatchers().toFitContract(reply, operationId);
  };
  // @ts-expect-error: no operation of the document; were the types any, nothing above would say anything
  export const wrong: OperationHandlers<operations> = { nobody: () => ({ status: 200, body: [] }) };
  // @ts-expect-error: the types of Node are not here
  import type {} from 'node:http';
`;
const compilerOptions = {
  module: 'nodenext',
  target: 'es2023',
  lib: ['es2023', 'dom', 'esnext.disposable'],
  types: [],
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  // The package is where the project is, and not beside the packages that we have for ourselves.
  preserveSymlinks: true,
};

it('has types for a project without the types of Node', () => {
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(packageRoot, path.join(folder, 'node_modules/inokufu-api-kit'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'use.ts'), use);
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['use.ts'] }));
  const tsc = packageFile('node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
