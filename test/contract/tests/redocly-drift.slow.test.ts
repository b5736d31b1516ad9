import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { readRecording } from '../../../openapi/operations/wire/har/read-recording.ts';
import type { RecordedCall } from '../../../openapi/operations/wire/har/recorded-call.ts';
import { writeHar } from '../../../openapi/operations/wire/har/write-har.ts';
import { runRedocly } from '../../../scripts/commands/diff/run-redocly.ts';
import { json, type Lie, libraryCard, startLendingLibrary } from '../../servers/lending-library.ts';
import { startProxy } from '../engine/proxy/start-proxy.ts';
import { createRecordingJudge } from '../engine/recordings/create-recording-judge.ts';

const document = packageFile('test/documents/lending-library.yaml');

/** What it does wrong is asked for in the query. */
const faulty: Lie = ({ path: asked, query }, honest) => {
  if (asked.startsWith('/v1/shelves')) return json(200, []);
  if (query.has('teapot')) return json(418, {});
  if (query.has('html')) return { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' };
  if (query.get('max') === '2') return json(200, [{ title: 1, extra: true }]);
  return honest;
};

const requests: readonly (readonly [url: string, init?: RequestInit])[] = [
  ['/v1/books?genre=novel'],
  ['/v1/books?genre=novel&max=2'],
  ['/v1/books?genre=novel&max=99'],
  ['/v1/books?genre=prose&colour=red'],
  ['/v1/books'],
  ['/v1/books?genre=novel', { headers: {} }],
  ['/v1/books', { method: 'DELETE' }],
  ['/v1/opening-hours'],
  ['/v1/opening-hours?teapot=1'],
  ['/v1/opening-hours?html=1'],
  ['/v1/shelves/1'],
  ['/v1/loans', { method: 'POST', body: '{"days": 99}', headers: { 'content-type': 'application/json' } }],
  ['/v1/loans', { method: 'POST', body: 'Emma', headers: { 'x-card': libraryCard } }],
];

/** Which side of which call has something wrong. */
type Place = `${number} ${'request' | 'reply'}`;

it('redocly drift finds nothing in a recording of our proxy that we do not find', async () => {
  const har = await recordFaultyCalls();
  const ours = await placesOfOurs(har);
  const theirs = await placesOfDrift(har);
  expect(theirs.length).toBeGreaterThan(6);
  expect(theirs.filter((place) => !ours.includes(place))).toEqual([]);
});

async function recordFaultyCalls(): Promise<string> {
  const calls: RecordedCall[] = [];
  const library = await startLendingLibrary(faulty);
  const onCall = (call: RecordedCall) => calls.push(call);
  const proxy = await startProxy({
    target: library.url,
    port: 0,
    now: Date.now,
    onCall,
    onSkipped: () => {},
  });
  for (const [url, init] of requests) {
    const reply = await fetch(proxy.origin + url, { headers: { 'x-card': libraryCard }, ...init });
    await reply.arrayBuffer();
  }
  await proxy.close();
  await library.close();
  expect(calls.length).toBe(requests.length);
  return writeHar(calls);
}

async function placesOfOurs(har: string): Promise<readonly Place[]> {
  const judge = createRecordingJudge(await readModel({ document, strict: false }));
  for (const call of readRecording(Buffer.from(har)).calls) judge.see(call);
  return judge
    .report()
    .findings.flatMap(({ about, places }) =>
      places.map((place): Place => `${Number(/^entry (\d+)/.exec(place)?.[1]) - 1} ${about}`),
    );
}

interface DriftReport {
  readonly problems: readonly { readonly exchangeIndex: number; readonly target: 'request' | 'response' }[];
}

async function placesOfDrift(har: string): Promise<readonly Place[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'drift-'));
  const [traffic, report] = [path.join(folder, 'calls.har'), path.join(folder, 'report.json')];
  await writeFile(traffic, har);
  const words = [
    ...[
      'drift',
      traffic,
      '--api',
      document,
      '--match-mode',
      'basepath',
      '--format',
      'json',
      '--output',
      report,
    ],
    // It takes the header of a security scheme for one that nobody documented.
    ...['--ignore-headers', 'x-card'],
  ];
  const { exitCode, stderr } = await runRedocly(folder, words);
  // 1: it has found something.
  expect([exitCode, stderr.includes('Error')]).toEqual([1, false]);
  const { problems } = JSON.parse(await readFile(report, 'utf8')) as DriftReport;
  await rm(folder, { recursive: true });
  return problems.map(
    ({ exchangeIndex, target }): Place => `${exchangeIndex} ${target === 'request' ? 'request' : 'reply'}`,
  );
}
