import { fieldsOf } from '../../../openapi/model/http-headers.ts';
import type { ApiCall } from '../../../openapi/operations/judge/judge.ts';
import { curlLine } from '../../../openapi/operations/wire/curl.ts';
import type { ApiRequest } from '../api-request.ts';
import type { Engine } from '../engine.ts';
import type { Failure } from '../failures/failure.ts';
import { hideKeysInProblem } from '../failures/hide-keys.ts';
import { quoteProblems } from '../failures/quote.ts';
import type { JournalEntry } from '../journal.ts';
import { sentValues } from '../sent-values.ts';
import { judgeExchange } from './judge-exchange.ts';

/** What is kept of an exchange. It holds the keys that were sent: nobody sees it as it is. */
export interface ExchangeRecord
  extends Pick<
    JournalEntry,
    'requestId' | 'durationMs' | 'operationId' | 'account' | 'status' | 'answeredBy' | 'why' | 'fault'
  > {
  /** The mock's clock when the request arrived, epoch milliseconds. */
  readonly now: number;
  readonly request: Pick<ApiRequest, 'method' | 'target' | 'scheme' | 'headers'>;
  readonly requestBody: Uint8Array | string | undefined;
  /** False: it was answered before it had been read. */
  readonly isBodyRead: boolean;
  readonly replyHeaders: Readonly<Record<string, string>>;
  readonly replyBody: Uint8Array | string | undefined;
  readonly failure: Failure | undefined;
  /** Set where a body is too long to be kept: it has been judged before. */
  readonly judgement?: Judgement;
}

type Judgement = Pick<JournalEntry, 'problems' | 'ignored' | 'isValid'>;

function textOf(body: string | Uint8Array | undefined): string | undefined {
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
}

/** Headers that curl makes itself. */
function withoutFraming(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const own = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'expect']);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name)));
}

/** A record as it is shown: keys hidden, the request judged. */
export function describeExchange(record: ExchangeRecord, number: number, engine: Engine): JournalEntry {
  const { request, requestId, now, durationMs, operationId, account, status, answeredBy, why, fault } =
    record;
  const { method, target, scheme, headers } = request;
  const { mask } = engine;
  const sentBody = textOf(record.requestBody);
  const sentReply = textOf(record.replyBody);
  const { hide } = mask.carriedBy(sentValues(request, sentBody));
  const shownTarget = mask.target(target);
  const requestHeaders = mask.headers(headers);
  const requestBody = sentBody && mask.body(sentBody);
  const replyHeaders = Object.entries(record.replyHeaders).map(([name, value]) => {
    const fields = fieldsOf(name, hide(value));
    return [name, fields.length > 1 ? fields : fields[0]];
  });
  return {
    number,
    requestId,
    time: new Date(now).toISOString(),
    durationMs,
    method,
    target: hide(shownTarget),
    requestHeaders,
    requestBody,
    operationId,
    account,
    status,
    replyHeaders: Object.fromEntries(replyHeaders),
    replyBody: sentReply && hide(sentReply),
    answeredBy,
    why,
    fault,
    ...(record.judgement ?? judgeRecord(record, engine)),
    curl: curlLine({
      method,
      url: hide(`${scheme}://${headers.host ?? 'localhost'}${shownTarget}`),
      headers: withoutFraming(requestHeaders),
      body: requestBody || undefined,
    }),
  };
}

/** What is wrong with a record's request, keys hidden. */
export function judgeRecord(record: ExchangeRecord, { model, mask }: Engine): Judgement {
  const carried = mask.carriedBy(sentValues(record.request, textOf(record.requestBody)));
  const judged = judgeExchange({ ...record, request: callOf(record).request }, model);
  const problems = quoteProblems(judged.problems).map((problem) => hideKeysInProblem(problem, carried, mask));
  const ignored = judged.ignored.map((one) => ({ ...one, name: carried.hide(one.name) }));
  return { problems, ignored, isValid: problems.length + ignored.length === 0 };
}

/** Statuses that stand in the journal for what was never sent: a dropped connection, a client that left. */
const neverSent = new Set([444, 499]);

/** A record as judge and coverage see it; status 0 where no reply was sent. */
export function callOf({ request, requestBody, status, replyHeaders, replyBody }: ExchangeRecord): ApiCall {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers[name] = value;
  return {
    request: { method: request.method, url: request.target, headers, body: requestBody },
    reply: { status: neverSent.has(status) ? 0 : status, headers: replyHeaders, body: replyBody },
  };
}
