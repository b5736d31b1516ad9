import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiModel } from '../../../../../openapi/model/api-model.ts';
import { readModel } from '../../../../../openapi/model/read-model.ts';
import { readRecording } from '../../../../../openapi/operations/wire/har/read-recording.ts';
import type { RecordedCall } from '../../../../../openapi/operations/wire/har/recorded-call.ts';
import { modelOf } from '../../../../openapi/model-of.ts';
import {
  createRecordingJudge,
  type RecordingJudgeOptions,
} from '../../../engine/recordings/create-recording-judge.ts';
import { renderRecordingReport } from '../../../engine/recordings/render-recording-report.ts';

let library: ApiModel;
beforeAll(async () => {
  library = await readModel({ document: 'test/documents/lending-library.yaml', strict: false });
});

const home = 'http://library.example';
const hours: RecordedCall = callOf(`${home}/v1/opening-hours`, '[9, 18]');

function callOf(url: string, body: string, headers: Readonly<Record<string, string>> = {}): RecordedCall {
  const reply = { status: 200, headers: { 'content-type': 'application/json' }, body };
  return { place: 'entry 1', leftOut: [], request: { method: 'GET', url, headers }, reply };
}

function judged(calls: readonly RecordedCall[], options: RecordingJudgeOptions = {}, model = library) {
  const judge = createRecordingJudge(model, options);
  for (const [index, call] of calls.entries()) judge.see({ ...call, place: `entry ${index + 1}` });
  return judge.report();
}

describe('of a recording', () => {
  it.each([
    { file: 'chrome.har', verdict: 'broken', codes: ['too-large', 'missing-key'], judged: 2, elsewhere: 1 },
    { file: 'firefox.har', verdict: 'held', codes: [], judged: 2 },
    { file: 'safari.har', verdict: 'held', codes: [], judged: 1 },
    { file: 'playwright.har', verdict: 'held', codes: [], judged: 3 },
    { file: 'insomnia.har', verdict: 'broken', codes: ['wrong-media-type'], judged: 2 },
    { file: 'mitmproxy.har', verdict: 'broken', codes: ['missing-header'], judged: 2 },
    { file: 'redocly-proxy.har', verdict: 'broken', codes: ['wrong-body'], judged: 1 },
    { file: 'journal.ndjson', verdict: 'held', codes: ['unknown-parameter'], judged: 3 },
    { file: 'entries.ndjson', verdict: 'broken', codes: ['wrong-body', 'undocumented-status'], judged: 2 },
  ])(
    'of $file is found what is wrong, and nothing else',
    ({ file, verdict, codes, elsewhere = 0, ...want }) => {
      const judge = createRecordingJudge(library);
      const { calls, skipped, ...whole } = readRecording(readFileSync(`test/recordings/${file}`));
      for (const call of calls) judge.see(call, whole);
      for (const entry of skipped) judge.skip(entry);
      const report = judge.report();
      expect([report.verdict, report.findings.map(({ code }) => code)]).toEqual([verdict, codes]);
      expect(report.counts).toMatchObject({ judged: want.judged, elsewhere, skipped: skipped.length });
    },
  );
});

describe('a finding', () => {
  it('that many calls show is one, with how many and the first of them', () => {
    const lost = Array.from({ length: 9 }, () =>
      callOf(`${home}/v1/books?genre=novel`, '[]', { 'x-card': 'a' }),
    );
    const [finding, ...others] = judged(lost).findings;
    expect([others, finding?.code, finding?.calls]).toEqual([[], 'missing-header', 9]);
    expect(finding?.places).toEqual([1, 2, 3, 4, 5].map((number) => `entry ${number}: GET /v1/books`));
  });

  it('in each item of a list is one of one call', () => {
    const items = JSON.stringify(Array.from({ length: 30 }, () => ({ title: 1, pages: 1 })));
    const call = callOf(`${home}/v1/books?genre=novel`, items, { 'x-card': 'a' });
    const findings = judged([call]).findings.filter(({ code }) => code === 'wrong-body');
    expect(findings.map(({ calls }) => calls)).toEqual([1]);
  });

  it.each([
    { what: 'ids', paths: ['/v1/cards/1', '/v1/cards/2'], groups: 1 },
    { what: 'uuids', paths: ['/v1/cards/3f2b8c1e-0a4d-4e8a-9a55-aa03f3b6e1f7', '/v1/cards/9'], groups: 1 },
    { what: 'names', paths: ['/v1/cards', '/v1/shelves'], groups: 2 },
  ])('of paths that differ in $what is $groups', ({ paths, groups }) => {
    expect(judged(paths.map((path) => callOf(home + path, '[]'))).findings.length).toBe(groups);
  });

  it.each([
    { isStrict: false, verdict: 'held' },
    { isStrict: true, verdict: 'broken' },
  ])('that is only doubtful leaves it $verdict', ({ isStrict, verdict }) => {
    const call = callOf(`${home}/v1/opening-hours?dya=1`, '[9, 18]');
    const report = judged([call], { isStrict });
    expect([report.verdict, report.findings.map(({ isBroken }) => isBroken)]).toEqual([verdict, [isStrict]]);
  });
});

describe('a call counts', () => {
  const other = 'http://127.0.0.1:9';
  it.each([
    { where: "on a server's origin", url: `${home}/v1/opening-hours`, want: 'judged' },
    { where: 'below a base path on any host', url: `${other}/v1/opening-hours`, want: 'judged' },
    { where: 'without a host', url: '/v1/opening-hours', want: 'judged' },
    { where: 'on another host and path', url: `${other}/opening-hours`, want: 'elsewhere' },
    { where: 'on a path that only begins alike', url: `${other}/v12/opening-hours`, want: 'elsewhere' },
    { where: 'at a target', url: `${other}/api/opening-hours`, targets: [`${other}/api`], want: 'judged' },
    {
      where: 'at a target without a path',
      url: `${other}/v1/opening-hours`,
      targets: [other],
      want: 'judged',
    },
    { where: 'beside a target', url: `${home}/v1/opening-hours`, targets: [other], want: 'elsewhere' },
    { where: 'on the host of a target', url: `${other}/x`, targets: [`${other}/api`], want: 'elsewhere' },
  ])('$where: $want', ({ url, targets = [], want }) => {
    const { counts, findings } = judged([callOf(url, '[9, 18]')], { targets });
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ judged: 0, elsewhere: 0, [want]: 1 });
  });

  it.each([
    { dest: 'document', want: 'elsewhere' },
    { dest: 'empty', want: 'judged' },
  ])('beside the base path of a server, unless a browser loads a page: $dest', ({ dest, want }) => {
    const call = callOf(`${home}/shelf`, '', { 'sec-fetch-dest': dest });
    expect(judged([call]).counts).toMatchObject({ [want]: 1 });
  });

  it('only where it is of an operation that was asked for', () => {
    const { counts } = judged([hours, callOf(`${home}/v1/books`, '[]')], { only: ['readOpeningHours'] });
    expect(counts).toMatchObject({ judged: 1, otherOperations: 1 });
    expect(() => judged([], { only: ['search'] })).toThrow('The document has no operation search.');
  });
});

describe('what was not written down', () => {
  it('is not missing: headers of a reply', () => {
    const call = callOf(`${home}/v1/books?genre=novel`, '[]', { 'x-card': 'a' });
    expect(judged([call]).findings.map(({ code }) => code)).toEqual(['missing-header']);
    expect(judged([{ ...call, lacksReplyHeaders: true }]).findings).toEqual([]);
  });

  it.each([
    { name: 'Authorization', mayLack: true, want: ['suspicion', 'suspicion'] },
    { name: 'X-Card', mayLack: true, want: ['document', 'document'] },
    { name: 'Authorization', mayLack: false, want: ['document', 'document'] },
  ])('may be a credential, where a browser leaves it out: $name, $want', async ({ name, mayLack, want }) => {
    const model = await modelOf({
      openapi: '3.1.0',
      info: { title: 'Test', version: '1' },
      servers: [{ url: home }],
      security: [{ key: [] }],
      paths: { '/a': { get: { responses: { 200: { description: 'Yes.' } } } } },
      components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name } } },
    });
    const judge = createRecordingJudge(model);
    judge.see(callOf(`${home}/a`, '[]'), { mayLackCredentials: mayLack });
    const { findings } = judge.report();
    expect(findings.map(({ code }) => code)).toEqual(['missing-key', 'key-not-required']);
    expect(findings.map(({ basis }) => basis)).toEqual(want);
  });
});

describe('what is said of a call beside its document', () => {
  const location = { file: '', pointer: '' };
  it('is what it comes to with those before it', () => {
    const finding = { code: 'echo', about: 'reply', message: 'No.', basis: 'document', location } as const;
    const seen: string[] = [];
    const relations: RecordingJudgeOptions['relations'] = {
      see: ({ operation }, call) =>
        seen.push(`${operation.operationId} ${call.place}`) > 1 ? [finding] : [],
    };
    expect(judged([hours, hours], { relations }).findings).toMatchObject([
      { code: 'echo', places: ['entry 2: GET /v1/opening-hours'] },
    ]);
    expect(seen).toEqual(['readOpeningHours entry 1', 'readOpeningHours entry 2']);
  });

  it('is all, where it is of another version', () => {
    const report = judged([callOf(`${home}/v0/books`, '')], { recogniseOtherVersion: () => 'Too old.' });
    expect(report.findings.map(({ code, message }) => [code, message])).toEqual([
      ['other-version', 'Too old.'],
    ]);
  });
});

describe('the report', () => {
  it('is a verdict, causes and what was left out, as text', () => {
    const judge = createRecordingJudge(library, { hasCoverage: true });
    const { calls, skipped } = readRecording(readFileSync('test/recordings/chrome.har'));
    for (const call of calls) judge.see(call);
    for (const entry of skipped) judge.skip(entry);
    judge.see(callOf(`${home}/v1/opening-hours?dya=1`, '[9, 18]'));
    expect(renderRecordingReport(judge.report())).toMatchInlineSnapshot(`
      "Calls of Lending library 1.0 (test/documents/lending-library.yaml)

      Wrong
      - too-large: max must be an integer from 1 to 20.
          1 call of listBooks (entry 7: GET /v1/books)
          test/documents/lending-library.yaml#/paths/~1books/get/parameters/1
      - missing-key: listBooks needs a key (x-card), and none was sent.
          1 call of listBooks (entry 7: GET /v1/books)
          test/documents/lending-library.yaml#/paths/~1books/get

      Doubtful: with --strict it counts as wrong
      - unknown-parameter (undocumented): readOpeningHours has no query parameter "dya", and ignores it. It has none.
          1 call of readOpeningHours (entry 1: GET /v1/opening-hours)
          test/documents/lending-library.yaml#/paths/~1opening-hours/get

      Left out
      - 1 of 8 entries are of other hosts or paths: https://cdn.example
      - it is a browser's preflight: entry 2
      - no reply came (net::ERR_BLOCKED_BY_CLIENT): entry 4
      - it is of no web address (data): entry 5
      - it is of no web address (ws): entry 6

      Coverage: 2 of 3 operations, 2 of 2 parameters, 2 of 2 enum values, 3 of 7 statuses, 3 of 8 properties

      GET   /books          listBooks         2 calls  parameters 2 of 2, enum values 2 of 2, statuses 2 of 3, properties 3 of 3
      POST  /loans          borrowBook        0 calls
      GET   /opening-hours  readOpeningHours  1 call   statuses 1 of 1

      Never seen
      - listBooks, statuses: 401

      Not in the document
      - readOpeningHours: parameter "dya" (1×)

      The contract is broken: 3 of 8 entries judged, 2 things wrong, 1 doubtful.
      "
    `);
  });

  it('has no verdict where nothing is of this API', () => {
    const report = judged([callOf('http://a.example/', '')]);
    expect(report.verdict).toBe('incomplete');
    expect(renderRecordingReport(report)).toContain(
      'No verdict: 0 of 1 entry judged. Nothing of this API is there',
    );
  });
});
