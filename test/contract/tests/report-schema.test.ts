import { Ajv } from 'ajv';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { reportSchema } from '../../../scripts/chores/report-schema.ts';
import { json, type Lie, libraryCard, startLendingLibrary } from '../../servers/lending-library.ts';
import { type CheckContractOptions, checkContract, renderContractReportAsJson } from '../contract-testing.ts';

const document = packageFile('test/documents/lending-library.yaml');
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
let isReport: ReturnType<typeof ajv.compile>;
let isNothingElse: typeof isReport;
beforeAll(() => {
  const schema = reportSchema();
  isReport = ajv.compile(schema);
  isNothingElse = ajv.compile(closed(schema) as object);
});

/** The same for a reader that knows every member. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([name, value]) => [name, closed(value)] as const);
  return {
    ...Object.fromEntries(entries),
    ...('properties' in schema ? { additionalProperties: false } : {}),
  };
}

async function fileOf(lie: Lie, options: Partial<CheckContractOptions>): Promise<unknown> {
  const library = await startLendingLibrary(lie);
  const target = library.url;
  const report = await checkContract({ document, target, key: libraryCard, ...options });
  await library.close();
  return JSON.parse(renderContractReportAsJson(report));
}

const honest: Lie = (_request, reply) => reply;

describe('the schema of reports', () => {
  test.each<{ run: string; lie?: Lie; options?: Partial<CheckContractOptions> }>([
    { run: 'holds' },
    { run: 'has a second opinion', options: { secondOpinion: true } },
    { run: 'is broken', lie: (_, reply) => (reply === 'close' ? reply : json(200, [{ title: 5 }])) },
    { run: 'gets no reply', lie: () => 'close' },
    { run: 'is dry', options: { dryRun: true } },
    { run: 'is stopped', options: { maxCalls: 3 } },
    { run: 'lacks a key', options: { key: undefined } },
    {
      run: 'has a document with faults',
      options: { document: packageFile('test/documents/petstore-3.0.yaml') },
    },
  ])(
    'fits the file of a run that $run, and knows all its members',
    async ({ lie = honest, options = {} }) => {
      const file = await fileOf(lie, options);
      expect(isNothingElse(file), ajv.errorsText(isNothingElse.errors)).toBe(true);
      expect(isReport(file)).toBe(true);
    },
  );

  test('names schema and version of the format', async () => {
    expect(await fileOf(honest, { dryRun: true })).toMatchObject({
      $schema: 'node_modules/inokufu-api-kit/dist/contract-report.schema.json',
      formatVersion: 1,
    });
  });

  test('lets members in that came later, and none of another meaning', async () => {
    const file = (await fileOf(honest, { dryRun: true })) as object;
    expect(isReport({ ...file, later: 1 })).toBe(true);
    expect(
      [
        { ...file, formatVersion: 2 },
        { ...file, verdict: 'perhaps' },
        { ...file, counts: {} },
      ].map((one) => isReport(one)),
    ).toEqual([false, false, false]);
  });
});
