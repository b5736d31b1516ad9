import type { SourceLocation } from '../../../../../openapi/model/api-model.ts';
import type { RelationKind } from '../../../../../openapi/model/relations.ts';
import type { RequestValues } from '../../../../../openapi/operations/wire/encode-request.ts';
import type { ReceivedReply } from '../../../../../openapi/operations/wire/read-reply.ts';

/** What is sent to exercise a relation where ordinary calls would not. What it shows, `Relations.see` finds. */
export interface RelationProbe {
  readonly name: string;
  readonly kind: RelationKind;
  readonly location: SourceLocation;
  /** Besides the base call, which all probes of an operation share, and the first that is asked sends. */
  readonly mostCalls: number;
  /** The next request, by the replies to this probe's own ones so far; undefined: there is no more to ask. */
  next(earlier: readonly ReceivedReply[]): RequestValues | undefined;
}

/** The call that the probes of an operation begin with, and its reply once somebody has it. */
export interface BaseCall {
  readonly request: RequestValues;
  reply: ReceivedReply | undefined;
}

/** A probe whose requests follow from the reply to the base call. */
export function createRelationProbe(
  about: Omit<RelationProbe, 'next'>,
  base: BaseCall,
  plan: (reply: ReceivedReply) => readonly RequestValues[],
): RelationProbe {
  let sendsBase = false;
  let requests: readonly RequestValues[] | undefined;
  return {
    ...about,
    next(earlier) {
      if (base.reply === undefined) {
        if (!sendsBase && earlier.length === 0) {
          sendsBase = true;
          return base.request;
        }
        base.reply = earlier[0];
      }
      const { reply } = base;
      if (reply === undefined || reply.status < 200 || reply.status >= 300) return undefined;
      requests ??= plan(reply).slice(0, about.mostCalls);
      return requests[earlier.length - (sendsBase ? 1 : 0)];
    },
  };
}
