import { curlLine } from '../../../openapi/operations/wire/curl.ts';
import { sentCredential } from '../credentials.ts';
import type { Engine } from '../engine.ts';
import type { Exchange } from '../exchange.ts';
import type { JournalEntry } from '../journal.ts';
import type { Reply } from '../reply.ts';
import { sentValues } from '../sent-values.ts';

/** Longer bodies are left out: a thousand of them would fill the memory. */
const longestBody = 65_536;

function textOf(body: string | Uint8Array | undefined): string | undefined {
  if (body === undefined) return undefined;
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

function kept(body: string | Uint8Array | undefined): string | Uint8Array | undefined {
  return body === undefined || body.length <= longestBody ? body : `(${body.length} long, not kept)`;
}

/** Headers that curl makes itself. */
function withoutFraming(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const own = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect']);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name)));
}

/** How an exchange ended; written down while it runs. */
export interface Ending {
  /** Name of the step that ended the pipeline. */
  answeredBy: string;
  /** What that step answered with: a failure's code, `handler`, `example "nursing"`. */
  why: string;
}

/** Keeps what became of a request. What takes time (masking, decoding) is left until somebody reads. */
export function recordExchange(
  exchange: Exchange,
  reply: Reply,
  ending: Readonly<Ending>,
  engine: Engine,
): void {
  const { request, requestId, now, startedAt, operation, account, received, fault, path, queryString } =
    exchange;
  // The request itself holds its connection: a thousand of them would, too.
  const { method, target, headers, scheme } = request;
  const { mask, logger, model } = engine;
  const { status } = reply;
  const operationId = operation?.definition.operationId;
  const durationMs = Math.round((performance.now() - startedAt) * 1_000) / 1_000;
  const shownTarget = mask.target(target);
  const facts = {
    requestId,
    method,
    path: mask.target(path),
    operationId,
    status,
    durationMs,
    account: account?.label,
  };
  logger.info({ ...facts, ...ending, fault: fault?.id }, `${method} ${shownTarget} ${status}`);
  const requestBody = kept(received?.bytes);
  const replyBody = kept(reply.body);
  const describe = (number: number): JournalEntry => {
    const sentBody = textOf(requestBody);
    const sentReply = textOf(replyBody);
    const { hide } = mask.carriedBy(sentValues({ target, headers }, sentBody));
    const requestHeaders = mask.headers(headers);
    const replyHeaders = Object.entries(reply.headers).map(([name, value]) => [name, hide(value)]);
    return {
      number,
      requestId,
      time: new Date(now).toISOString(),
      durationMs,
      method,
      target: hide(mask.target(target)),
      requestHeaders,
      requestBody: sentBody && mask.body(sentBody),
      operationId,
      account: account?.label,
      status,
      replyHeaders: Object.fromEntries(replyHeaders),
      replyBody: sentReply && hide(sentReply),
      answeredBy: ending.answeredBy,
      why: ending.why,
      fault: fault?.id,
      curl: curlLine({
        method,
        url: hide(`${scheme}://${headers.host ?? 'localhost'}${shownTarget}`),
        headers: withoutFraming(requestHeaders),
        body: sentBody ? mask.body(sentBody) : undefined,
      }),
    };
  };
  engine.journal.add({
    describe,
    hasKey: (key) => sentCredential(model, { headers }, queryString) === key,
  });
}
