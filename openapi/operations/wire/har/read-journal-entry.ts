import type { JsonObject } from '../../../model/api-model.ts';
import { joinFields } from '../../../model/http-headers.ts';
import { isObject } from '../../../model/is-object.ts';
import type { RecordedCall, SkippedEntry } from './recorded-call.ts';

/** Whether it is an exchange as the mock's journal has it. */
export function isJournalEntry(entry: JsonObject): boolean {
  return typeof entry.method === 'string' && typeof entry.target === 'string' && 'status' in entry;
}

/** Reads an exchange of the mock's journal; a long body, of which it says how long it was, is not there. */
export function readJournalEntry(entry: JsonObject, place: string): RecordedCall | SkippedEntry {
  const { method, target, status, time, durationMs, account, requestBody, replyBody } = entry;
  if (typeof status !== 'number') return { place, reason: 'its status is no number' };
  const isLong = (body: unknown) => typeof body === 'string' && /^\(\d+ long, not kept\)$/.test(body);
  const kept = (body: unknown) => (typeof body === 'string' && !isLong(body) ? body : undefined);
  return {
    place,
    startedAt: typeof time === 'string' ? time : undefined,
    durationMs: typeof durationMs === 'number' ? durationMs : undefined,
    // Its keys are cut to their first letters, which several have.
    caller: typeof account === 'string' ? account : undefined,
    leftOut: [
      ...(isLong(requestBody) ? ["the request's body: too long for the journal"] : []),
      ...(isLong(replyBody) ? ["the reply's body: too long for the journal"] : []),
    ],
    request: {
      method: String(method),
      url: String(target),
      headers: textsOf(entry.requestHeaders),
      body: kept(requestBody),
      isBodyUnknown: isLong(requestBody),
    },
    reply: {
      status,
      headers: textsOf(entry.replyHeaders),
      body: kept(replyBody),
      isBodyUnknown: isLong(replyBody),
    },
  };
}

function textsOf(headers: unknown): Readonly<Record<string, string>> {
  const pairs = isObject(headers) ? Object.entries(headers) : [];
  return Object.fromEntries(
    pairs.map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? joinFields(name, value.map(String)) : String(value),
    ]),
  );
}
