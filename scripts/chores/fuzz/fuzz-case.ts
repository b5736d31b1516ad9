import type { JsonValue } from '../../../openapi/model/api-model.ts';
import type { OddRequest } from './odd-requests.ts';

/** What is tried at once. Plain JSON, so that a file holds it and it can be made smaller member by member. */
export interface FuzzCase {
  readonly document: JsonValue;
  /** Names of odd handlers: the operations take them in turn. None: every reply is the document's. */
  readonly handlers: readonly string[];
  /** Sent beside the requests that the document itself suggests. */
  readonly requests: readonly OddRequest[];
  readonly gateway: 'documented' | 'aws';
}

/** Something that must never happen. */
export interface FuzzFailure {
  /** What was being done: `fetch GET /pets`. */
  readonly during: string;
  readonly message: string;
  /** The product's own frames, the innermost first. */
  readonly stack: readonly string[];
}

const shownFrames = 6;

export function failureOf(during: string, error: unknown): FuzzFailure {
  if (!(error instanceof Error)) return { during, message: `threw ${String(error)}`, stack: [] };
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const own = frames.filter((line) => /\.ts:/.test(line) && !/node_modules|scripts\/chores\/fuzz/.test(line));
  const stack = own.slice(0, shownFrames).map((line) => line.trim().replace(/file:\/\/|\(|\)/g, ''));
  return { during, message: `${error.name}: ${error.message}${cause}`, stack };
}

/** The same for failures of one kind: what broke, where that is known, without the values of the message. */
export function kindOf({ during, message, stack }: FuzzFailure): string {
  const values = /"[^"]*"|'[^']*'|[\d.]+|[^\x20-\x7e]+/g;
  const [activity = ''] = during.split(' ');
  const what = message.split('\n', 1)[0]?.replace(values, '…').slice(0, 120);
  return `${stack[0]?.replace(/:\d+:\d+$/, '') ?? activity}: ${what}`;
}
