import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { json, type Lie, libraryCard, startLendingLibrary } from '../../servers/lending-library.ts';
import {
  type CheckContractOptions,
  type ContractReport,
  checkContract,
  renderContractReport,
  renderCost,
} from '../contract-testing.ts';

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

/** The quota of a card: so many calls are left of 100 a day. */
const counting =
  (leftAtFirst: number): Lie =>
  (request, honest) => {
    if (request.card !== libraryCard || typeof honest === 'string') return honest;
    const headers = { 'ratelimit-policy': '"day";q=100;w=86400', ratelimit: `"day";r=${leftAtFirst};t=3600` };
    return { ...honest, headers: { ...honest.headers, ...headers } };
  };

function outcomesOf(report: ContractReport, operationId: string) {
  const checks = report.operations.find((one) => one.operationId === operationId)?.checks ?? [];
  return [...new Set(checks.map((check) => `${check.kind}: ${check.outcome}`))];
}

test('sends nothing that changes data to a target elsewhere, unless asked to', async () => {
  const careful = await checkElsewhere();
  expect(careful.asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  expect(outcomesOf(careful.report, 'borrowBook')).toEqual([
    'unknown method: skipped',
    'OPTIONS: skipped',
    'missing key: skipped',
    'documented request: skipped',
  ]);
  expect(careful.report.verdict).toBe('incomplete');
  expect(renderContractReport(careful.report)).toContain('--unsafe');
  expect(renderContractReport(careful.report)).toMatch(
    /^No verdict: .* skipped, .*\nWith --allow-skipped it would hold\.$/m,
  );
  await library?.close();

  const asked = await checkElsewhere({ includeUnsafe: true });
  expect(outcomesOf(asked.report, 'borrowBook')).toEqual([
    'unknown method: held',
    'OPTIONS: held',
    'missing key: held',
    'documented request: held',
    'valid values: held',
    'broken rule: held',
  ]);
});

test('without a key it checks what needs none, and that a key is needed', async () => {
  const { report } = await checkElsewhere({ key: undefined });
  expect(outcomesOf(report, 'listBooks')).toEqual([
    'unknown path: held',
    'unknown method: held',
    'OPTIONS: held',
    'missing key: held',
    'documented request: skipped',
  ]);
  expect(outcomesOf(report, 'readOpeningHours')).toEqual([
    'unknown method: held',
    'OPTIONS: held',
    'documented request: held',
    'HEAD: held',
  ]);
  expect(renderContractReport(report)).toContain('environment variable API_KIT_KEY');
});

test('without a key that is needed there is no yes, whatever may be skipped', async () => {
  const { report } = await checkElsewhere({ key: undefined, allowSkipped: true });
  expect(report.verdict).toBe('incomplete');
  expect(renderContractReport(report)).toMatch(/^No verdict: .* skipped, /m);
});

test.each(['', '   ', '\n'])('the key %j counts as none, and that is said', async (key) => {
  const { report } = await checkElsewhere({ key });
  expect(report.verdict).toBe('incomplete');
  expect(report.notes).toContain('The environment variable API_KIT_KEY is empty, which counts as no key.');
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

test('what changes data may be left out with a yes that says so', async () => {
  const { report } = await checkElsewhere({ allowSkipped: true });
  expect(report.verdict).toBe('held');
  expect(renderContractReport(report)).toMatch(/^The contract holds: .* skipped, /m);
});

test('where nothing but that was asked for, nothing was checked, and there is no yes', async () => {
  const { report, asked } = await checkElsewhere({ only: ['borrowBook'], allowSkipped: true });
  expect(asked).toEqual([]);
  expect(report.verdict).toBe('incomplete');
});

test('a document without operations has nothing that could hold', async () => {
  const model = { openapi: '3.1.0', info: { title: 'Nothing', version: '1' }, paths: {} };
  const folder = await mkdtemp(path.join(tmpdir(), 'contract-'));
  await writeFile(path.join(folder, 'nothing.json'), JSON.stringify(model));
  const { report } = await checkElsewhere({
    document: path.join(folder, 'nothing.json'),
    allowSkipped: true,
  });
  await rm(folder, { recursive: true });
  expect(report.verdict).toBe('incomplete');
  expect(report.stopped?.reason).toBe('The document has no operation, so there is nothing to check.');
});

test('a dry run sends nothing, and says what a run would', async () => {
  const { report, asked } = await checkElsewhere({ dryRun: true });
  expect(asked).toEqual([]);
  expect(report.verdict).toBe('incomplete');
  expect(renderContractReport(report)).toMatch(
    /^Nothing was sent: 0 of \d+ checked.*\nPrice: 14 calls with the key, counted on its plan/m,
  );
});

test('no more counted calls are made than are allowed, and the rest is named as not asked', async () => {
  const { report, asked } = await checkElsewhere({ maxCalls: 3, allowSkipped: true }, counting(90));
  const counted = asked.filter((one) => one === 'GET /v1/books');
  // One of them goes without a key.
  expect(counted).toHaveLength(3 + 1);
  expect(report).toMatchObject({ verdict: 'held', stopped: undefined });
  expect(renderContractReport(report)).toMatch(/^- \d+ broken rules of listBooks/m);
});

test('less than one call of each operation is no check', async () => {
  const { report } = await checkElsewhere({ maxCalls: 1, includeUnsafe: true });
  expect(report.verdict).toBe('incomplete');
  expect(report.stopped?.reason).toMatch(/^The check would make one call of each operation/);
});

test('what is broken is broken, also where the run could not end', async () => {
  const { report } = await checkElsewhere({ maxCalls: 1, includeUnsafe: true }, (request, honest) =>
    request.path === '/v1/books' && request.card === libraryCard ? json(418, {}) : honest,
  );
  expect(report.verdict).toBe('broken');
});

test('when its time is over a run asks nothing more, and names what it left out', async () => {
  let now = 0;
  const { report } = await checkElsewhere({
    maxTimeMs: 10,
    allowSkipped: true,
    clock: { now: () => now, wait: async () => {} },
    onProgress: ({ kind }) => {
      if (kind === 'checked') now += 1;
    },
  });
  expect(report.counts.checked).toBeGreaterThan(5);
  expect(report.counts.notAsked).toBeGreaterThan(0);
  expect(report.stopped).toBeUndefined();
});

test('an interruption leaves a report of what is there', async () => {
  const interruption = new AbortController();
  const { report } = await checkElsewhere({
    signal: interruption.signal,
    onProgress: (progress) => {
      if (progress.kind === 'checked') interruption.abort();
    },
  });
  expect(report).toMatchObject({
    verdict: 'incomplete',
    stopped: { reason: 'It was interrupted.' },
    counts: { checked: 1 },
  });
  expect(report.counts.planned).toBeGreaterThan(20);
});

test('an interruption ends a request that gets no reply', async () => {
  const interruption = new AbortController();
  const { report } = await checkElsewhere({ signal: interruption.signal }, () => {
    interruption.abort();
    return 'silence';
  });
  expect(report).toMatchObject({ verdict: 'incomplete', stopped: { reason: 'It was interrupted.' } });
});

test('the price is told before the first call, and what is left after the first that counts', async () => {
  const told: string[] = [];
  const { report, asked } = await checkElsewhere(
    {
      onProgress: (progress) => {
        if (progress.kind === 'planned') told.push(renderCost(progress.cost));
        if (progress.kind === 'cost') told.push(renderCost(progress.cost));
      },
    },
    counting(90),
  );
  expect(asked.length).toBeGreaterThan(11);
  expect(report.verdict).toBe('incomplete');
  expect(told).toEqual([
    'Price: 14 calls with the key, counted on its plan, which --plan would name.',
    'Price: 14 calls with the key, counted on its plan, which --plan would name. After its first call 90 of 100 were left, full again in 60 minutes.',
  ]);
});

test('a reserve of a fifth is left alone: with too little left the rest is not asked', async () => {
  const { report, asked } = await checkElsewhere({ allowSkipped: true }, counting(20));
  expect(asked.filter((one) => one === 'GET /v1/books')).toHaveLength(1 + 1);
  expect(report.counts.notAsked).toBeGreaterThan(5);
  expect(report.cost.left).toEqual({ remaining: 20, limit: 100, resetsInSeconds: 3600 });
});

test('who asks everything is told where the quota does not have it', async () => {
  const { report } = await checkElsewhere({ asksAll: true }, counting(27));
  expect(report.stopped?.reason).toMatch(
    /^The check would make \d+ calls with the key; the target says that 27 of 100 are left, and a fifth/,
  );
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
  expect(report.counts).toMatchObject({ held: 1, calls: 3 });
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

test('a target may be an address as text, and one that is none is refused with what to write', async () => {
  const { report } = await checkElsewhere({ target: elsewhere.href, only: ['readOpeningHours'] });
  expect(report.target).toBe('http://library.example/v1');
  await expect(checkContract({ document, target: 'library.example/v1' })).rejects.toThrow(
    'The target "library.example/v1" is no whole address.',
  );
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
