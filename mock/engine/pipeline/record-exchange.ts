import type { Engine } from '../engine.ts';
import type { Exchange } from '../exchange.ts';
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
  const { request, requestId, now, operation, account, received } = exchange;
  const { method, target, headers } = request;
  const { mask, logger } = engine;
  logger.info(
    { requestId, status: reply.status, account: account?.purpose, ...ending },
    `${method} ${mask.target(target)} ${reply.status}`,
  );
  const requestBody = kept(received?.bytes);
  const replyBody = kept(reply.body);
  engine.journal.add((number) => {
    const sentBody = textOf(requestBody);
    const sentReply = textOf(replyBody);
    const { hide } = mask.carriedBy(sentValues(request, sentBody));
    const replyHeaders = Object.entries(reply.headers).map(([name, value]) => [name, hide(value)]);
    return {
      number,
      requestId,
      time: new Date(now).toISOString(),
      method,
      target: hide(mask.target(target)),
      requestHeaders: mask.headers(headers),
      requestBody: sentBody && mask.body(sentBody),
      operationId: operation?.definition.operationId,
      account: account?.purpose,
      status: reply.status,
      replyHeaders: Object.fromEntries(replyHeaders),
      replyBody: sentReply && hide(sentReply),
      answeredBy: ending.answeredBy,
      why: ending.why,
    };
  });
}
