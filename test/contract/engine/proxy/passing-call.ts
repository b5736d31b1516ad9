import type { IncomingHttpHeaders } from 'node:http';
import { namesNotPassedOn } from '../../../../openapi/model/http-headers.ts';
import { decodeContent } from '../../../../openapi/operations/wire/decode-content.ts';
import type { RecordedCall } from '../../../../openapi/operations/wire/har/recorded-call.ts';
import type { BodyTap } from './body-tap.ts';

/** A call that has passed, before its bodies are decoded. */
interface PassedCall {
  readonly place: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly request: PassedMessage & { readonly method: string; readonly url: string };
  readonly reply: PassedMessage & { readonly status: number };
}

interface PassedMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly tap: BodyTap;
  /** Its last byte has passed. */
  readonly isComplete: boolean;
}

/** What a judge sees of a call that has passed: its bodies without their Content-Encoding, or why they are not there. */
export function recordedCall({ place, startedAt, endedAt, request, reply }: PassedCall): RecordedCall {
  const [sent, came] = [bodyOf(request), bodyOf(reply)];
  return {
    place,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: endedAt - startedAt,
    leftOut: [
      ...(typeof sent === 'string' ? [`the request's body: ${sent}`] : []),
      ...(typeof came === 'string' ? [`the reply's body: ${came}`] : []),
    ],
    request: {
      method: request.method,
      url: request.url,
      headers: request.headers,
      // None and an empty one are the same on the wire.
      body: typeof sent === 'string' || sent.byteLength === 0 ? undefined : sent,
      isBodyUnknown: typeof sent === 'string',
    },
    reply: {
      status: reply.status,
      headers: reply.headers,
      body: typeof came === 'string' ? undefined : came,
      isBodyUnknown: typeof came === 'string',
    },
  };
}

/** The body, or why there is none to judge. */
function bodyOf({ headers, tap, isComplete }: PassedMessage): Uint8Array | string {
  if (!isComplete) return 'it did not pass to its end';
  const bytes = tap.whole();
  if (bytes === undefined) return 'it is too long to be kept';
  const coding = headers['content-encoding'];
  if (coding === undefined || bytes.byteLength === 0) return bytes;
  return decodeContent(bytes, coding) ?? `it can't be read in its Content-Encoding ${coding}`;
}

/** Takes away what holds for one connection (RFC 9110, section 7.6.1), and what `Connection` names. */
export function removeHopByHop(headers: IncomingHttpHeaders, kept: readonly string[] = []): void {
  for (const name of namesNotPassedOn(headers)) if (!kept.includes(name)) delete headers[name];
}
