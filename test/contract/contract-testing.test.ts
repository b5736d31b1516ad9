import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';
import { type Lie, libraryCard, startLendingLibrary } from '../servers/lending-library.ts';
import {
  type CheckContractOptions,
  type ContractReport,
  checkContract,
  renderContractReport,
} from './contract-testing.ts';

const document = packageFile('test/documents/lending-library.yaml');
const elsewhere = new URL('http://library.example');
let library: Awaited<ReturnType<typeof startLendingLibrary>> | undefined;
afterEach(async () => {
  await library?.close();
  library = undefined;
});

/** Somebody else's API: the toy under a host that is not this machine. */
async function checkElsewhere(over: Partial<CheckContractOptions> = {}, lie?: Lie) {
  library = await startLendingLibrary(lie);
  const { url } = library;
  const asked: string[] = [];
  const options: CheckContractOptions = {
    document,
    target: elsewhere,
    key: libraryCard,
    secondOpinion: false,
    clock: { now: () => 0, wait: async () => {} },
    fetch: (input, init) => {
      asked.push(`${init?.method} ${new URL(String(input)).pathname}`);
      return fetch(String(input).replace(elsewhere.origin, url.origin), init);
    },
    ...over,
  };
  return { report: await checkContract(options), asked };
}

function outcomesOf(report: ContractReport, operationId: string) {
  const checks = report.operations.find((one) => one.operationId === operationId)?.checks ?? [];
  return [...new Set(checks.map((check) => `${check.kind}: ${check.outcome}`))];
}

test('sends nothing that changes data to a target elsewhere, unless asked to', async () => {
  const careful = await checkElsewhere();
  expect(careful.asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  expect(outcomesOf(careful.report, 'borrowBook')).toEqual([
    'documented request: skipped',
    'missing key: skipped',
    'broken rule: skipped',
  ]);
  expect(renderContractReport(careful.report)).toContain('--unsafe');
  await library?.close();

  const asked = await checkElsewhere({ includeUnsafe: true });
  expect(outcomesOf(asked.report, 'borrowBook')).toEqual([
    'documented request: held',
    'missing key: held',
    'broken rule: held',
  ]);
});

test('without a key it checks what needs none, and that a key is needed', async () => {
  const { report } = await checkElsewhere({ key: undefined });
  expect(outcomesOf(report, 'listBooks')).toEqual([
    'documented request: skipped',
    'missing key: held',
    'broken rule: skipped',
  ]);
  expect(outcomesOf(report, 'readOpeningHours')).toEqual(['documented request: held']);
  expect(report.verdict).toBe('held');
  expect(renderContractReport(report)).toContain('environment variable API_KIT_KEY');
});

test('a wrong key is one broken check an operation: after it nothing would prove anything', async () => {
  const { report } = await checkElsewhere({ key: 'card-of-nobody' });
  expect(outcomesOf(report, 'listBooks')).toEqual([
    'documented request: broken',
    'missing key: held',
    'broken rule: skipped',
  ]);
});

test('no report shows the key, not even where the target repeats it', async () => {
  const { report } = await checkElsewhere({}, (request) => ({
    status: 500,
    headers: { 'content-type': 'text/plain' },
    body: `bad card ${request.card}`,
  }));
  expect(report.verdict).toBe('broken');
  expect(JSON.stringify(report)).not.toContain(libraryCard);
  expect(renderContractReport(report)).toContain(`-H 'x-card: '"$API_KIT_KEY"`);
});

test('a target that nobody answers at is no broken contract, and what was found before is kept', async () => {
  let calls = 0;
  const { report } = await checkElsewhere({
    fetch: async (input, init) => {
      calls += 1;
      if (calls === 3)
        throw new TypeError('fetch failed', {
          cause: Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }),
        });
      return fetch(String(input).replace(elsewhere.origin, library?.url.origin ?? ''), init);
    },
  });
  expect(report.verdict).toBe('incomplete');
  expect(report.stopped).toEqual({
    reason: "http://library.example/v1 can't be reached: fetch failed: gone (ECONNREFUSED).",
    advice: 'Is the server running, and is the URL right?',
  });
  expect(report.counts).toMatchObject({ held: 2, calls: 3 });
});

test('a fitting refusal that the document has no status for is worth a note, and breaks nothing', async () => {
  const without400 = path.join(await mkdtemp(path.join(tmpdir(), 'contract-')), 'library.yaml');
  const text = await readFile(document, 'utf8');
  await writeFile(without400, text.replaceAll(/^ +'400': .*\n/gm, ''));
  const { report } = await checkElsewhere({ document: without400, only: ['listBooks'] });
  await rm(path.dirname(without400), { recursive: true });
  expect(report.verdict).toBe('held');
  expect(renderContractReport(report)).toContain('the document has no status for such a refusal: 400 came');
});

test('checks only the operations that were asked for, and knows no others', async () => {
  const { report } = await checkElsewhere({ only: ['readOpeningHours'] });
  expect(report.operations.map((one) => one.operationId)).toEqual(['readOpeningHours']);
  await expect(checkElsewhere({ only: ['readNothing'] })).rejects.toThrow("no operation 'readNothing'");
});

test('closes the target that it had started', async () => {
  let isClosed = false;
  library = await startLendingLibrary();
  const { url } = library;
  const report = await checkContract({
    document,
    secondOpinion: false,
    target: async () => ({
      url,
      key: libraryCard,
      close: async () => {
        isClosed = true;
      },
    }),
  });
  expect(report.verdict).toBe('held');
  expect(isClosed).toBe(true);
});
