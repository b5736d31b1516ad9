import { findContent } from '../../../openapi/operations/wire/media-types.ts';
import type { ApiRequest } from '../api-request.ts';
import type { Timer } from '../clock/timer.ts';
import type { Engine } from '../engine.ts';
import type { Arrived, Exchange, Matched, Read } from '../exchange.ts';
import { createFailure } from '../failures/failure.ts';
import { longestSearchedBody } from '../sent-values.ts';
import { type Step, Stop } from '../step.ts';

/** True where the headers announce a body (RFC 9112 6.3). */
function hasBody(headers: Arrived['request']['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** A body that has not arrived by then does not come any more. */
const bodySeconds = 60;

/** The body; undefined: it is too large; `late`: it did not come. */
async function withinTime(
  request: ApiRequest,
  maximumBytes: number,
  timer: Timer,
): Promise<Uint8Array | undefined | 'late'> {
  const arrived = new AbortController();
  const late = timer(bodySeconds * 1_000, arrived.signal).then(
    () => 'late' as const,
    // Cut, because the body is there.
    () => undefined,
  );
  try {
    return await Promise.race([request.readBody(maximumBytes), late]);
  } finally {
    arrived.abort();
  }
}

/** Methods whose bodies mean nothing, so that nobody reads them (RFC 9110, sections 9.3.1, 9.3.2, 9.3.5, 9.3.7, 9.3.8). */
const withoutContent = /^(GET|HEAD|DELETE|OPTIONS|TRACE)$/;

/**
 * Reads the body of an operation that has one: 415 and, where the length is announced, 413 are said before the client
 * has sent it. 415 also where the document has no body for a method whose bodies mean something.
 */
export const readBody: Step<Arrived & Matched, Read> = {
  name: 'read body',
  async run({ operation, request }, { maximumBodyBytes, timer }) {
    const documented = operation.definition.requestBody;
    const { headers, method } = request;
    if (documented === undefined) {
      if (!hasBody(headers) || withoutContent.test(method)) return { received: undefined };
      const given = headers['content-type'] ?? 'without a Content-Type';
      return new Stop(createFailure('unsupported-media-type', { given, allowed: [] }));
    }
    const tooLarge = () => new Stop(createFailure('body-too-large', { maximumBytes: maximumBodyBytes }));

    const contentType = headers['content-type'];
    const content = contentType === undefined ? undefined : findContent(documented.contents, contentType);
    if (hasBody(headers)) {
      const encoding = headers['content-encoding'] ?? 'identity';
      if (content === undefined || encoding.toLowerCase() !== 'identity') {
        const given =
          content === undefined ? (contentType ?? 'without a Content-Type') : `encoded with ${encoding}`;
        const mediaTypes = documented.contents.map(({ mediaType }) => mediaType);
        const [details, allowed] =
          content === undefined
            ? [{ Accept: mediaTypes.join(', ') }, mediaTypes]
            : [{ 'Accept-Encoding': 'identity' }, [`${content.mediaType} without Content-Encoding`]];
        return new Stop(createFailure('unsupported-media-type', { given, allowed }, { headers: details }));
      }
      if (Number(headers['content-length'] ?? 0) > maximumBodyBytes) return tooLarge();
    }
    const bytes = await withinTime(request, maximumBodyBytes, timer);
    if (bytes === 'late') return new Stop(createFailure('request-timeout', { seconds: bodySeconds }));
    if (bytes === undefined) return tooLarge();
    if (content === undefined || contentType === undefined || bytes.byteLength === 0)
      return { received: undefined };
    return { received: { contentType, bytes } };
  },
};

/**
 * Reads the body of a call that is answered before its body is due (by a planted fault, a limit, a plan), so that the journal can
 * judge the request: where it is short, and on its way. Whoever has no accepted key is not waited for.
 */
export async function readUnasked(exchange: Exchange, answeredBy: string, { timer }: Engine): Promise<void> {
  const { operation, request } = exchange;
  const { expect, 'content-length': length = '0', 'content-type': contentType } = request.headers;
  const isDue = !('account' in exchange) || 'received' in exchange || answeredBy === readBody.name;
  if (isDue || operation?.definition.requestBody === undefined || request.signal.aborted) return;
  if (expect !== undefined || Number(length) > longestSearchedBody) return;
  const bytes = await withinTime(request, longestSearchedBody, timer);
  if (bytes === undefined || bytes === 'late') return;
  const received = contentType === undefined || bytes.byteLength === 0 ? undefined : { contentType, bytes };
  Object.assign(exchange, { received });
}
