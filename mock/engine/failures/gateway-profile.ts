import type { PreparedOperation } from '../prepared-operation.ts';
import type { DraftReply } from '../reply.ts';
import type { Failure, FailureShape } from './failure.ts';

/** A reply that somebody wants to see: its status, the name of an example or of a failure's cause. */
export interface ReplyChoice {
  readonly status: number | undefined;
  readonly example: string | undefined;
}

/** What stands in front of the API: which failures it answers itself, how, and what else it adds or leaves out. */
export interface GatewayProfile {
  readonly name: 'documented' | 'aws';
  /** Answers HEAD as the GET without its body, and a plain OPTIONS with `Allow`, where the document defines neither. */
  readonly answersUndefinedMethods: boolean;
  /** Sends RateLimit-*, X-RateLimit-* and Retry-After. */
  readonly sendsLimits: boolean;
  refuse(failure: Failure, shape: FailureShape, requestId: string, operation?: PreparedOperation): DraftReply;
  /** Its own reply that is chosen; undefined: it has none, the document's is meant. */
  replyFor(choice: ReplyChoice, requestId: string): DraftReply | undefined;
  /** Headers that it puts on every reply that comes from behind it. */
  headers(requestId: string): Readonly<Record<string, string>>;
}
