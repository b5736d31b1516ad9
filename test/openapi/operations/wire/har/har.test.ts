import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../../../openapi/operations/wire/har/read-recording.ts';
import type { RecordedCall } from '../../../../../openapi/operations/wire/har/recorded-call.ts';
import { writeHar, writeHarEntry } from '../../../../../openapi/operations/wire/har/write-har.ts';

const token = fc.stringMatching(/^[a-z][a-z-]{0,10}$/);
const fieldValue = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
const headers = fc
  .dictionary(token, fieldValue, { maxKeys: 4 })
  .map((given) => ({ ...given, 'content-type': 'text/plain' }));
const body = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array());

const call: fc.Arbitrary<RecordedCall> = fc.record({
  place: fc.constant('entry 1'),
  startedAt: fc.constant('2026-11-26T10:00:00.000Z'),
  durationMs: fc.nat(),
  leftOut: fc.constant([]),
  lacksReplyHeaders: fc.constant(false),
  request: fc.record({
    method: fc.constantFrom('GET', 'POST', 'PROPFIND'),
    url: fc.webUrl({ withQueryParameters: true }).filter((url) => !url.includes('#')),
    headers,
    body: fc.option(body, { nil: undefined }),
    isBodyUnknown: fc.constant(false),
  }),
  reply: fc.record({
    status: fc.integer({ min: 200, max: 599 }),
    headers: fc
      .tuple(headers, fc.array(fieldValue, { minLength: 1, maxLength: 3 }))
      .map(([others, cookies]) => ({ ...others, 'set-cookie': cookies.join('\n') })),
    body,
    isBodyUnknown: fc.constant(false),
  }),
});

/** Bytes that are text come back as text. */
const asBytes = ({ request, reply, ...rest }: RecordedCall) => ({
  ...rest,
  request: { ...request, body: request.body && Buffer.from(request.body as string).toString('base64') },
  reply: { ...reply, body: reply.body && Buffer.from(reply.body as string).toString('base64') },
});

describe('a HAR', () => {
  it('that was written is read as what it was written of', () => {
    fc.assert(
      fc.property(call, (written) => {
        const { calls, skipped, mayLackCredentials } = readRecording(Buffer.from(writeHar([written])));
        expect([skipped, mayLackCredentials]).toEqual([[], false]);
        expect(calls.map(asBytes)).toEqual([asBytes(written)]);
      }),
    );
  });

  it('has a field for each cookie that is set', () => {
    const [one] = fc.sample(call, 1) as [RecordedCall];
    const headers = { 'set-cookie': 'a=1, x\nb=2', vary: 'a, b' };
    const entry = writeHarEntry({ ...one, reply: { ...one.reply, headers } });
    expect(entry.response.headers).toEqual([
      { name: 'set-cookie', value: 'a=1, x' },
      { name: 'set-cookie', value: 'b=2' },
      { name: 'vary', value: 'a, b' },
    ]);
  });

  it('says of a body that is too long for it how long it was', () => {
    const [one] = fc.sample(call, 1) as [RecordedCall];
    const long = { ...one, reply: { ...one.reply, body: 'x'.repeat(2_000_000) } };
    const text = writeHar([long]);
    expect(text.length).toBeLessThan(100_000);
    const [read] = readRecording(Buffer.from(text)).calls;
    expect([read?.reply.isBodyUnknown, read?.leftOut]).toEqual([
      true,
      ["the reply's body: left out, it has 2000000 bytes"],
    ]);
  });
});
