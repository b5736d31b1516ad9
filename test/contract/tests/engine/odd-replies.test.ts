import { afterEach, describe, expect, test } from 'vitest';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { rawReply, startRawServer } from '../../../servers/raw-server.ts';
import { type ContractReport, checkContract, renderContractReport } from '../../contract-testing.ts';

let server: Awaited<ReturnType<typeof startRawServer>> | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const json = 'Content-Type: application/json';
const plain = rawReply([json], '{}');

/** GET /odd is answered with these bytes, GET /plain as documented. Prism judges, too. */
async function check(odd: string | Buffer): Promise<ContractReport> {
  server = await startRawServer((path) => (path === '/odd' ? odd : plain));
  return checkContract({
    document: packageFile('test/documents/two-objects.yaml'),
    target: server.url,
    secondOpinion: true,
  });
}

function checkOf(report: ContractReport, operationId: string) {
  return report.operations
    .flatMap(({ checks }) => checks)
    .find((one) => one.operationId === operationId && one.kind === 'documented request');
}

function codesOf(report: ContractReport) {
  return checkOf(report, 'odd')
    ?.findings.filter(({ code }) => code !== 'second-opinion')
    .map(({ code }) => code);
}

const status = (code: string) => `HTTP/1.1 ${code}\r\n${json}\r\nContent-Length: 2\r\n\r\n{}`;
const nested = (open: string, close: string, levels: number) =>
  rawReply([json], `${open.repeat(levels)}1${close.repeat(levels)}`);

describe('one finding for a reply with', () => {
  test.each<{ odd: string; given: string | Buffer; want: string }>([
    { odd: 'an undocumented 2xx', given: status('299 Odd'), want: 'undocumented-status' },
    { odd: 'a status of no class', given: status('999 Odd'), want: 'wrong-status' },
    { odd: 'the status 600', given: status('600 Odd'), want: 'wrong-status' },
    {
      odd: 'gzip that is none',
      given: rawReply([json, 'Content-Encoding: gzip'], '{}'),
      want: 'unreadable-reply',
    },
    {
      odd: 'gzip that ends early',
      given: rawReply([json, 'Content-Encoding: gzip'], Buffer.from('1f8b08', 'hex')),
      want: 'not-json',
    },
    {
      odd: 'brotli that is none',
      given: rawReply([json, 'Content-Encoding: br'], 'not brotli'),
      want: 'unreadable-reply',
    },
    {
      odd: 'a coding that was not asked for',
      given: rawReply([json, 'Content-Encoding: zstd'], '{}'),
      want: 'unreadable-reply',
    },
    {
      odd: 'fewer bytes than it says',
      given: `HTTP/1.1 200 OK\r\n${json}\r\nContent-Length: 20\r\n\r\n{}`,
      want: 'connection-closed',
    },
    { odd: 'no HTTP in it', given: 'garbage\r\n\r\n', want: 'unreadable-reply' },
    {
      odd: 'two different lengths',
      given: `HTTP/1.1 200 OK\r\n${json}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      want: 'unreadable-reply',
    },
    {
      odd: 'a chunk whose size is none',
      given: `HTTP/1.1 200 OK\r\n${json}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
      want: 'unreadable-reply',
    },
    {
      odd: 'a header line without a colon',
      given: rawReply([json, 'Odd'], '{}'),
      want: 'unreadable-reply',
    },
    {
      odd: 'a control byte in its type',
      given: rawReply(['Content-Type: application/json\u0001'], '{}'),
      want: 'unreadable-reply',
    },
    { odd: 'nothing at all', given: '', want: 'connection-closed' },
    { odd: 'JSON that is none', given: rawReply([json], 'nope'), want: 'not-json' },
    { odd: 'JSON with something behind it', given: rawReply([json], '{}{}'), want: 'not-json' },
    { odd: 'no body', given: rawReply([json], ''), want: 'not-json' },
    { odd: 'another charset', given: rawReply([`${json}; charset=utf-16`], '{}'), want: 'not-json' },
    { odd: 'UTF-16', given: rawReply([json], Buffer.from('{}', 'utf16le')), want: 'not-json' },
    { odd: 'a byte order mark', given: rawReply([json], '\uFEFF{}'), want: 'not-json' },
    {
      odd: 'bytes that are no UTF-8',
      given: rawReply([json], Buffer.from('{"a":"caf\u00e9"}', 'latin1')),
      want: 'not-json',
    },
    { odd: 'null', given: rawReply([json], 'null'), want: 'wrong-body' },
    { odd: 'a number beyond all numbers', given: rawReply([json], '1e400'), want: 'wrong-body' },
    { odd: 'no Content-Type', given: rawReply([], '{}'), want: 'missing-body' },
    { odd: 'the type ;', given: rawReply(['Content-Type: ;'], '{}'), want: 'missing-body' },
    { odd: 'an empty type', given: rawReply(['Content-Type:'], '{}'), want: 'missing-body' },
    { odd: 'the type json', given: rawReply(['Content-Type: json'], '{}'), want: 'undocumented-media-type' },
    {
      odd: 'the type application/',
      given: rawReply(['Content-Type: application/'], '{}'),
      want: 'undocumented-media-type',
    },
    {
      odd: 'a type in quotes',
      given: rawReply(['Content-Type: "application/json"'], '{}'),
      want: 'undocumented-media-type',
    },
    {
      odd: 'two types in a list',
      given: rawReply(['Content-Type: application/json, text/html'], '{}'),
      want: 'undocumented-media-type',
    },
    {
      odd: 'two types in two lines',
      given: rawReply([json, 'Content-Type: text/html'], '{}'),
      want: 'undocumented-media-type',
    },
    {
      odd: 'a page of HTML',
      given: rawReply(['Content-Type: text/html'], '<html>'),
      want: 'undocumented-media-type',
    },
    {
      odd: 'a redirect',
      given: 'HTTP/1.1 302 Found\r\nLocation: /plain\r\nContent-Length: 0\r\n\r\n',
      want: 'redirect',
    },
    { odd: '503', given: status('503 Later'), want: 'wrong-status' },
    { odd: '404', given: status('404 Nowhere'), want: 'wrong-status' },
  ])('$odd', async ({ given, want }) => {
    const report = await check(given);
    expect(codesOf(report)).toEqual([want]);
    expect(checkOf(report, 'plain')?.outcome).toBe('held');
    expect(report.verdict).toBe('broken');
  });
});

describe('nothing is wrong with', () => {
  test.each([
    ...[';', '; ;', '; charset', ';charset=', '; charset="utf-8', '; ="a"', '; a b=c'].map(
      (rest) => json + rest,
    ),
    `${json};charset=utf8;;`,
    `${json}; charset="UTF-8"`,
    'Content-Type: APPLICATION/Json ;Charset=utf-8',
    'X-T: caf\u00e9\r\nContent-Type: application/json',
  ])('a reply with %j', async (header) => {
    const report = await check(rawReply([header], '{}'));
    expect(checkOf(report, 'odd')).toMatchObject({ outcome: 'held', findings: [] });
    expect(report.verdict).toBe('held');
  });

  test.each([
    { odd: 'members that objects inherit', given: '{"__proto__":{"a":1},"constructor":1}' },
    { odd: 'half a surrogate pair', given: '{"a":"\\ud800"}' },
    { odd: 'a number of 400 digits', given: `{"a":${'9'.repeat(400)}}` },
    { odd: '400 levels', given: `${'{"a":'.repeat(400)}1${'}'.repeat(400)}` },
    { odd: 'ten megabytes', given: JSON.stringify({ a: 'x'.repeat(10_000_000) }) },
    { odd: 'a million items', given: JSON.stringify({ a: Array.from({ length: 1_000_000 }, () => 1) }) },
  ])('$odd', async ({ given }) => {
    expect((await check(rawReply([json], given))).verdict).toBe('held');
  });

  test('early hints before the reply', async () => {
    const report = await check(`HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${status('200 OK')}`);
    expect(report.verdict).toBe('held');
  });

  test('a malformed Content-Type whose media type can be read, and it is noted', async () => {
    const report = await check(rawReply([`${json}; charset`], '{}'));
    expect(checkOf(report, 'odd')?.notes).toEqual([
      'The Content-Type is malformed: "application/json; charset" (RFC 9110, section 8.3.1).',
    ]);
  });
});

describe('could not be judged, and so there is no verdict:', () => {
  test.each([
    {
      odd: 'lists 10,000 levels deep',
      given: nested('[', ']', 10_000),
      because: /nested deeper than 500 levels/,
    },
    { odd: 'objects 10,000 levels deep', given: nested('{"a":', '}', 10_000), because: /nested deeper/ },
    { odd: 'lists a million levels deep', given: nested('[', ']', 1_000_000), because: /nested deeper/ },
    { odd: 'a mixture of both', given: nested('[{"a":', '}]', 600), because: /nested deeper/ },
    {
      odd: 'a 100 Continue that nobody asked for',
      given: `HTTP/1.1 100 Continue\r\n\r\n${status('200 OK')}`,
      because: /fetch can't read a reply with a 100 Continue before it/,
    },
  ])('$odd', async ({ given, because }) => {
    const report = await check(given);
    expect(checkOf(report, 'odd')).toMatchObject({
      outcome: 'unjudged',
      unjudgedBecause: expect.stringMatching(because),
    });
    expect(report.verdict).toBe('incomplete');
    expect(checkOf(report, 'plain')?.outcome).toBe('held');
    expect(renderContractReport(report)).toMatch(
      /^- odd: the request that the document shows: could not judge/m,
    );
  });
});
