import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFile, packageRoot } from '../../../../openapi/model/package-root.ts';
import { findDrift } from '../../../../scripts/chores/generate/find-drift.ts';
import {
  BrokenDocumentError,
  makeGeneratedFiles,
} from '../../../../scripts/chores/generate/make-generated-files.ts';

const command = 'npm run generate';
const report = (): void => {};
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'drift-'));
  await cp(packageFile('openapi'), path.join(copy, 'openapi'), { recursive: true });
  await cp(packageFile('redocly.yaml'), path.join(copy, 'redocly.yaml'));
});

afterAll(() => rm(copy, { recursive: true }));

describe('generated files', () => {
  test('fit the document, and drift is found by name', async () => {
    const files = await makeGeneratedFiles({ root: packageRoot, command, report });
    expect(await findDrift(files, packageRoot)).toEqual([]);

    await writeFile(path.join(copy, 'openapi/generated/types.ts'), '// edited by hand\n');
    expect(await findDrift(files, copy)).toEqual(['openapi/generated/types.ts']);

    await rm(path.join(copy, 'openapi/generated'), { recursive: true });
    expect(await findDrift(files, copy)).toEqual([
      'openapi/generated/openapi.json',
      'openapi/generated/types.ts',
      'openapi/generated/handler-types.ts',
    ]);
  });
});

describe('a broken document', () => {
  const plans = 'sla: 1.0.0\ncontext: { id: a }\nmetrics: {}\nplans: {}\n';
  const feature = 'x-kit-features: [{ name: Search, operations: [searchh] }]\n';
  test.each`
    fault                                           | file                          | text                                                 | found
    ${'a workflow without steps'}                   | ${'../workflows.arazzo.yaml'} | ${'arazzo: 1.0.1\nworkflows: [{ workflowId: a }]\n'} | ${/workflows\.arazzo\.yaml#\/workflows\/0.*steps/}
    ${'an unknown keyword'}                         | ${'paths/lang.yaml'}          | ${'get:\n  operationID: listLangs\n'}                | ${/paths\/lang\.yaml#\/get\/operationID: .*\(struct\)/}
    ${'a row of the plans table without operation'} | ${'plans.yaml'}               | ${plans + feature}                                   | ${/plans\.yaml#\/x-kit-features\/0.*searchh/}
  `('is refused with file and JSON pointer: $fault', async ({ file, text, found }) => {
    const broken = path.join(copy, 'openapi/document', file);
    await writeFile(broken, text);
    const making = makeGeneratedFiles({ root: copy, command, report });
    await expect(making).rejects.toThrow(BrokenDocumentError);
    await expect(making).rejects.toThrow(found);
    await cp(packageFile(`openapi/document/${file}`), broken);
  });
});
