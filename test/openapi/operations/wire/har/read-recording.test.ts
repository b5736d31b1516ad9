import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../../../openapi/operations/wire/har/read-recording.ts';

const recordings = 'test/recordings';
const harOf = (...entries: unknown[]) => JSON.stringify({ log: { entries } });
const read = (text: string | Uint8Array) => readRecording(Buffer.from(text as string));
const url = 'http://a.example/';
const ok = { status: 200, headers: [], content: { text: '' } };

describe('a recording', () => {
  it.each([
    { file: 'chrome.har', calls: 3, skipped: 4, mayLack: true },
    { file: 'firefox.har', calls: 2, skipped: 0, mayLack: true },
    { file: 'safari.har', calls: 1, skipped: 0, mayLack: true },
    { file: 'playwright.har', calls: 3, skipped: 1, mayLack: false },
    { file: 'insomnia.har', calls: 2, skipped: 0, mayLack: false },
    { file: 'mitmproxy.har', calls: 2, skipped: 0, mayLack: false },
    { file: 'redocly-proxy.har', calls: 1, skipped: 0, mayLack: false },
    { file: 'journal.ndjson', calls: 3, skipped: 0, mayLack: false },
    { file: 'entries.ndjson', calls: 2, skipped: 1, mayLack: false },
  ])('is read as $file has it', ({ file, ...want }) => {
    const { calls, skipped, mayLackCredentials } = readRecording(readFileSync(`${recordings}/${file}`));
    expect({ calls: calls.length, skipped: skipped.length, mayLack: mayLackCredentials }).toEqual(want);
    expect(
      calls.every(({ request }) => !Object.keys(request.headers).some((name) => /^:|[A-Z]/.test(name))),
    ).toBe(true);
  });

  it('has a test for each file', () => {
    expect(readdirSync(recordings).length).toBe(10);
  });

  it('is taken gzipped, with a byte order mark, as a list, and as a single line', () => {
    const entry = { request: { method: 'GET', url }, response: ok };
    const places = [
      gzipSync(harOf(entry)),
      `\uFEFF${harOf(entry)}`,
      JSON.stringify([entry]),
      `${JSON.stringify(entry)}\n`,
    ].map((text) => read(text).calls.map(({ place }) => place));
    expect(places).toEqual([['entry 1'], ['entry 1'], ['entry 1'], ['line 1']]);
  });

  it.each([
    { what: 'nothing', given: ' \n', want: 'It is empty.' },
    { what: 'a page', given: '<html></html>', want: 'It is not JSON: Unexpected token' },
    { what: 'a text', given: '"a"', want: 'It holds one value, and no entries.' },
    { what: 'another JSON', given: '{"openapi": "3.1.0"}', want: 'It is JSON without the list log.entries.' },
    { what: 'no list', given: '{"log": {"entries": {}}}', want: 'It is JSON without the list log.entries.' },
    {
      what: 'half a HAR',
      given: readFileSync(`${recordings}/cut-off.har`),
      want: 'Was it written to its end?',
    },
    { what: 'a zip', given: 'PK\u0003\u0004', want: 'It is a zip: unpack it' },
    { what: 'half a gzip', given: gzipSync(harOf()).subarray(0, 15), want: "It can't be unpacked" },
    { what: 'a deep hole', given: `${'['.repeat(9000)}${']'.repeat(9000)}`, want: 'It is nested too deep.' },
  ])('that holds $what is refused with what to do', ({ given, want }) => {
    expect(() => read(given)).toThrow(want);
  });

  it.each([
    { entry: null, want: 'it is no object' },
    { entry: {}, want: 'it has no request' },
    { entry: { request: { url }, response: ok }, want: 'its request has no method' },
    { entry: { request: { method: 'GET' }, response: ok }, want: 'it is of no web address (no url)' },
    {
      entry: { request: { method: 'GET', url: 'blob:x' }, response: ok },
      want: 'it is of no web address (blob)',
    },
    { entry: { request: { method: 'GET', url } }, want: 'no reply came' },
    { entry: { request: { method: 'GET', url }, response: { status: 0 } }, want: 'no reply came' },
    { entry: { request: { method: 'GET', url }, response: { status: '200' } }, want: 'no reply came' },
    {
      entry: { request: { method: 'GET', url }, response: { status: 0, _error: 'net::ERR_FAILED' } },
      want: 'no reply came (net::ERR_FAILED)',
    },
    {
      entry: { request: { method: 'GET', url }, response: { status: -1, _failureText: 'net::ERR_ABORTED' } },
      want: 'no reply came (net::ERR_ABORTED)',
    },
    {
      entry: { request: { method: 'GET', url }, response: ok, _resourceType: 'websocket' },
      want: 'it is of a WebSocket',
    },
    {
      entry: {
        request: {
          method: 'OPTIONS',
          url,
          headers: [{ name: 'Access-Control-Request-Method', value: 'GET' }],
        },
        response: ok,
      },
      want: "it is a browser's preflight",
    },
    { entry: { method: 'GET', target: '/', status: '200' }, want: 'its status is no number' },
  ])('skips an entry, because $want', ({ entry, want }) => {
    expect(read(harOf(entry))).toMatchObject({ calls: [], skipped: [{ place: 'entry 1', reason: want }] });
  });

  it.each([
    { what: 'was not written down', content: { size: -1, mimeType: 'text/plain' }, want: [undefined, true] },
    { what: 'lies in another file', content: { _file: 'a.txt' }, want: [undefined, true] },
    { what: 'is nothing', content: { size: 0, text: '' }, want: ['', false] },
    { what: 'is text', content: { text: 'é' }, want: ['é', false] },
    { what: 'is base64', content: { text: 'w6k=', encoding: 'base64' }, want: ['é', false] },
    {
      what: 'is as it was packed',
      content: { text: gzipSync('é').toString('base64'), encoding: 'base64' },
      headers: [{ name: 'Content-Encoding', value: 'gzip' }],
      want: ['é', false],
    },
  ])("reads a reply's body that $what", ({ content, headers = [], want }) => {
    const response = { status: 200, headers, content };
    const [call] = read(harOf({ request: { method: 'GET', url }, response })).calls;
    const { body, isBodyUnknown } = call?.reply ?? {};
    expect([body === undefined ? undefined : Buffer.from(body as string).toString(), isBodyUnknown]).toEqual(
      want,
    );
    expect(call?.leftOut).toEqual(want[1] ? ["the reply's body: not recorded"] : []);
  });

  it.each([
    { what: 'none', request: {}, want: [undefined, false] },
    { what: 'none that is there', request: { bodySize: 9 }, want: [undefined, true] },
    {
      what: 'none that is there, by its length',
      request: { headers: [{ name: 'Content-Length', value: '9' }] },
      want: [undefined, true],
    },
    { what: 'text', request: { postData: { mimeType: 'text/plain', text: 'a' } }, want: ['a', false] },
    {
      what: 'a form without its text',
      request: {
        postData: { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'a b', value: '&' }] },
      },
      want: ['a%20b=%26', false],
    },
    {
      what: 'a form with files, without its text',
      request: {
        postData: { mimeType: 'multipart/form-data; boundary=x', params: [{ name: 'a', fileName: 'b' }] },
      },
      want: [undefined, true],
    },
  ])("reads a request's body: $what", ({ request, want }) => {
    const [call] = read(harOf({ request: { method: 'POST', url, ...request }, response: ok })).calls;
    expect([call?.request.body, call?.request.isBodyUnknown]).toEqual(want);
    expect(call?.leftOut).toEqual(want[1] ? ["the request's body: not recorded"] : []);
  });

  it('has an OPTIONS that no browser sent by itself', () => {
    expect(read(harOf({ request: { method: 'OPTIONS', url }, response: ok })).calls.length).toBe(1);
  });

  it('knows who called by the journal, whose keys are cut', () => {
    const [call] = readRecording(readFileSync(`${recordings}/journal.ndjson`)).calls;
    expect(call?.caller).toBe('Free plan');
  });

  it('joins headers of one name, leaves out those of HTTP/2 itself, and takes what stands elsewhere', () => {
    const header = (name: string, value: string) => ({ name, value });
    const request = {
      method: 'POST',
      url: `${url}#top`,
      queryString: [header('a', 'b c')],
      cookies: [header('id', '1')],
      headers: [header(':method', 'POST'), header('Accept', 'a/b'), header('accept', 'c/d')],
      postData: { mimeType: 'text/plain', text: '' },
    };
    const [call] = read(harOf({ request, response: ok })).calls;
    expect(call?.request).toMatchObject({
      url: `${url}?a=b%20c`,
      headers: { accept: 'a/b, c/d', cookie: 'id=1', 'content-type': 'text/plain' },
    });
  });
});
