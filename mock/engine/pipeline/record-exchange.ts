import { sentCredential } from '../credentials.ts';
import type { Engine } from '../engine.ts';
import type { Exchange } from '../exchange.ts';
import type { Failure } from '../failures/failure.ts';
import type { Reply } from '../reply.ts';
import { callOf, describeExchange, type ExchangeRecord, judgeRecord } from './describe-exchange.ts';

/** Longer bodies are left out: a thousand of them would fill the memory. */
const longestBody = 65_536;

function isLong(body: string | Uint8Array | undefined): boolean {
  return body !== undefined && body.length > longestBody;
}

function kept(body: string | Uint8Array | undefined): string | Uint8Array | undefined {
  return body !== undefined && isLong(body) ? `(${body.length} long, not kept)` : body;
}

/** How an exchange ended; written down while it runs. */
export interface Ending {
  /** Name of the step that ended the pipeline. */
  answeredBy: string;
  /** What that step answered with: a failure's code, `handler`, `example "nursing"`. */
  why: string;
  /** Why it was refused; undefined: it was not. */
  failure: Failure | undefined;
}

/** Keeps what became of a request. What takes time (masking, decoding, judging) is left until somebody reads. */
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
  const { mask, logger, model, journal, coverage } = engine;
  const { status } = reply;
  const operationId = operation?.definition.operationId;
  const durationMs = Math.round((performance.now() - startedAt) * 1_000) / 1_000;
  const { answeredBy, why, failure } = ending;
  const facts = {
    requestId,
    method,
    path: mask.target(path),
    operationId,
    status,
    durationMs,
    account: account?.label,
    answeredBy,
    why,
    fault: fault?.id,
  };
  logger.info(facts, `${method} ${mask.target(target)} ${status}`);
  const whole: ExchangeRecord = {
    ...facts,
    now,
    request: { method, target, headers, scheme },
    requestBody: received?.bytes,
    isBodyRead: 'received' in exchange,
    replyHeaders: reply.headers,
    replyBody: reply.body,
    failure,
  };
  let isCounted = false;
  const count = (record: ExchangeRecord) => {
    if (!isCounted) coverage.add(callOf(record), model);
    isCounted = true;
  };
  let record = whole;
  if (isLong(whole.requestBody) || isLong(whole.replyBody)) {
    count(whole);
    record = {
      ...whole,
      requestBody: kept(whole.requestBody),
      replyBody: kept(whole.replyBody),
      judgement: judgeRecord(whole, engine),
    };
  }
  journal.add({
    describe: (number) => describeExchange(record, number, engine),
    hasKey: (key) => sentCredential(model, { headers }, queryString) === key,
    count: () => count(record),
  });
}
