import { isUtf8 } from 'node:buffer';
import { fieldsOf } from '../../../model/http-headers.ts';
import { decodePairs } from '../query-pairs.ts';
import { type HarEntry, type HarPair, harCreator } from './har-entry.ts';
import type { RecordedCall } from './recorded-call.ts';

/** Longer bodies are left out, in bytes. */
const longestBody = 1024 * 1024;

/** What stands before the entries of a HAR, between two of them, and behind them: for who writes while calls come. */
export const harFrame = {
  opening: `{"log":{"version":"1.2","creator":${JSON.stringify(harCreator)},"entries":[\n`,
  between: ',\n',
  closing: '\n]}}\n',
} as const;

/** A whole HAR. */
export function writeHar(calls: readonly RecordedCall[]): string {
  const entries = calls.map((call) => JSON.stringify(writeHarEntry(call)));
  return harFrame.opening + entries.join(harFrame.between) + harFrame.closing;
}

/** A call as an entry. What the wire had in a Content-Encoding stands there decoded, as HAR has it. */
export function writeHarEntry(call: RecordedCall): HarEntry {
  const { request, reply, startedAt, durationMs = 0, leftOut } = call;
  const query = /\?([^#]*)/.exec(request.url)?.[1] ?? '';
  const [sent, came] = [writtenBody(request.body), writtenBody(reply.body ?? '')];
  const whyNot = (whose: string) => leftOut.find((one) => one.startsWith(whose))?.slice(whose.length);
  const notSent = request.isBodyUnknown ? (whyNot("the request's body: ") ?? '') : sent.comment;
  const notCame = reply.isBodyUnknown ? (whyNot("the reply's body: ") ?? '') : came.comment;
  const hasBody = request.body !== undefined || request.isBodyUnknown;
  const postData =
    notSent === undefined
      ? { text: sent.text, ...(sent.isBase64 ? { _encoding: 'base64' as const } : {}) }
      : { comment: notSent };
  return {
    startedDateTime: startedAt ?? new Date(0).toISOString(),
    time: durationMs,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairsOf(request.headers),
      queryString: decodePairs(query),
      ...(hasBody ? { postData: { mimeType: typeOf(request.headers), ...postData } } : {}),
      headersSize: -1,
      bodySize: sent.size,
    },
    response: {
      status: reply.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairsOf(reply.headers),
      content: {
        size: came.size,
        mimeType: typeOf(reply.headers),
        ...(notCame === undefined
          ? { text: came.text, ...(came.isBase64 ? { encoding: 'base64' as const } : {}) }
          : { comment: notCame }),
      },
      redirectURL: headerOf(reply.headers, 'location'),
      headersSize: -1,
      bodySize: came.size,
    },
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
  };
}

interface WrittenBody {
  readonly text: string;
  readonly isBase64: boolean;
  readonly size: number;
  /** Why it is left out. */
  readonly comment?: string | undefined;
}

function writtenBody(body: Uint8Array | string | undefined): WrittenBody {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body ?? []);
  const size = bytes.length;
  if (size > longestBody)
    return { text: '', isBase64: false, size, comment: `left out, it has ${size} bytes` };
  if (typeof body === 'string') return { text: body, isBase64: false, size };
  // A byte order mark would not be there any more when the text is read.
  const isText = isUtf8(bytes) && !bytes.toString('utf8', 0, 3).startsWith('\uFEFF');
  return { text: bytes.toString(isText ? 'utf8' : 'base64'), isBase64: !isText, size };
}

function pairsOf(headers: Readonly<Record<string, string>>): readonly HarPair[] {
  return Object.entries(headers).flatMap(([name, text]) =>
    fieldsOf(name, text).map((value) => ({ name, value })),
  );
}

function typeOf(headers: Readonly<Record<string, string>>): string {
  return headerOf(headers, 'content-type');
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string {
  return Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? '';
}
