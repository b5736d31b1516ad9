import { describe, expect, it } from 'vitest';
import { readCurl, readHttp } from '../../../../docs-src/engine/draft/shown-requests.ts';

const block = (text: string) => ({ kind: 'code', language: 'shell', text, file: 'a.md', line: 10 }) as const;
const url = 'https://api.example.com/users';

describe('a curl command', () => {
  it.each([
    { rule: 'is a GET without more', given: `curl ${url}`, want: { method: 'get', url } },
    { rule: 'says its method', given: `curl -X DELETE "${url}"`, want: { method: 'delete' } },
    { rule: 'says it without a space', given: `curl -sXPUT ${url}`, want: { method: 'put', url } },
    { rule: 'says it with an equals sign', given: `curl --request=PATCH ${url}`, want: { method: 'patch' } },
    { rule: 'is a HEAD with -I', given: `curl -I ${url}`, want: { method: 'head' } },
    {
      rule: 'posts what it has',
      given: `curl ${url} -d '{"a": 1}'`,
      want: { method: 'post', body: '{"a": 1}' },
    },
    {
      rule: 'joins what it has',
      given: `curl ${url} -d a=1 --data-urlencode "b=c d"`,
      want: { body: 'a=1&b=c d' },
    },
    {
      rule: 'puts it into the query with -G',
      given: `curl -G ${url} -d a=1 -d b=2`,
      want: { method: 'get', url: `${url}?a=1&b=2`, body: undefined },
    },
    {
      rule: 'has a form',
      given: `curl ${url} -F name=x -F file=@a.png`,
      want: {
        method: 'post',
        body: [
          { name: 'name', value: 'x' },
          { name: 'file', value: '@a.png' },
        ],
      },
    },
    {
      rule: 'has headers',
      given: `curl ${url} -H 'X-Key: a:b' -H"Accept: */*"`,
      want: {
        headers: [
          { name: 'X-Key', value: 'a:b' },
          { name: 'Accept', value: '*/*' },
        ],
      },
    },
    { rule: 'has a user', given: `curl -u me:secret ${url}`, want: { user: 'me:secret' } },
    {
      rule: 'has options with values that are no address',
      given: `curl -o out.json --max-time 3.5 ${url}`,
      want: { url },
    },
    {
      rule: 'goes on behind a backslash',
      given: `curl \\\n  -X POST \\\n  ${url}`,
      want: { method: 'post', url },
    },
    {
      rule: 'goes on in an indented line, backslash or not',
      given: `curl "${url}"\n  -H "X-Key: a"`,
      want: { headers: [{ name: 'X-Key', value: 'a' }] },
    },
    {
      rule: 'has bodies of several lines',
      given: `curl ${url} -d '{\n  "a": 1\n}'`,
      want: { body: '{\n  "a": 1\n}' },
    },
    { rule: 'has quotes in quotes', given: `curl ${url} -d "{\\"a\\": 1}"`, want: { body: '{"a": 1}' } },
    { rule: 'ends at a pipe', given: `curl ${url} | jq -d x`, want: { method: 'get', url } },
    {
      rule: 'keeps & and ? of an address without quotes',
      given: `curl ${url}?a=1&b=<id>`,
      want: { url: `${url}?a=1&b=<id>` },
    },
  ])('$rule', ({ given, want }) => {
    expect(readCurl(block(given))).toEqual([expect.objectContaining(want)]);
  });

  it('stands where it begins; several of a block are several', () => {
    const found = readCurl(block(`# first\n$ curl ${url}/1\n\ncurl ${url}/2\n{"a": 1}`));
    expect(found.map(({ url: address, line }) => [address, line])).toEqual([
      [`${url}/1`, 11],
      [`${url}/2`, 13],
    ]);
  });

  it('is none in a sentence about curl', () => {
    expect(readCurl(block('Use curl to call it.'))).toEqual([]);
  });
});

describe('HTTP as it travels', () => {
  it('is a request with headers and a body, and a reply with a status', () => {
    const text =
      'POST /users HTTP/1.1\nHost: api.example.com\nX-Key: a\n\n{"a": 1}\n\nHTTP/1.1 201 Created\nServer: b\n\n{"id": 2}\n';
    const { requests, replies } = readHttp(block(text));
    expect(requests).toMatchObject([{ method: 'post', url, body: '{"a": 1}', line: 10 }]);
    expect(requests[0]?.headers).toContainEqual({ name: 'X-Key', value: 'a' });
    expect(replies).toMatchObject([{ status: '201', body: '{"id": 2}', line: 16 }]);
  });
});
