import { parseDictionary, parseList } from 'structured-headers';
import type { SourceLocation } from '../../model/api-model.ts';
import { isHeaderName } from '../../model/http-headers.ts';
import { readContentType } from '../wire/content-type.ts';
import type { ReceivedReply } from '../wire/read-reply.ts';
import type { Basis, Finding } from './finding.ts';

interface HttpRule {
  readonly code: string;
  /** The header that it is about. */
  readonly name: string;
  /** Default `http`; what every reader puts up with is only told. */
  readonly basis?: Basis;
  /** What is wrong, in one sentence; undefined where nothing is. */
  readonly breaks: (reply: ReceivedReply) => string | undefined;
}

/** Where a status means nothing without a header. */
const demanded: readonly (readonly [status: number, name: string, rule: string])[] = [
  [401, 'WWW-Authenticate', 'RFC 9110, section 15.5.2'],
  [405, 'Allow', 'RFC 9110, section 15.5.6'],
  [407, 'Proxy-Authenticate', 'RFC 9110, section 15.5.8'],
  [426, 'Upgrade', 'RFC 9110, section 15.5.22'],
];

const rateLimitFields = ['RateLimit', 'RateLimit-Policy'];

/** Musts of HTTP, and of formats that it carries, for the replies of any API. */
const httpRules: readonly HttpRule[] = [
  ...demanded.map(([status, name, rule]) => ({
    code: 'http-header-missing',
    name,
    breaks: (reply: ReceivedReply) =>
      reply.status === status && reply.headers[name.toLowerCase()] === undefined
        ? `A ${status} needs the header ${name} (${rule}).`
        : undefined,
  })),
  {
    code: 'not-json',
    name: 'Content-Type',
    breaks: ({ jsonError, mediaType }) =>
      jsonError === undefined
        ? undefined
        : `${mediaType} whose text is no JSON: ${jsonError} (RFC 8259, section 8.1).`,
  },
  {
    code: 'malformed-header',
    name: 'Content-Type',
    basis: 'undocumented',
    breaks({ headers }) {
      const text = headers['content-type'];
      if (readContentType(text).isWellFormed) return undefined;
      return `The Content-Type is malformed: ${JSON.stringify(text)} (RFC 9110, section 8.3.1).`;
    },
  },
  {
    code: 'malformed-header',
    name: 'Allow',
    breaks: ({ headers: { allow } }) =>
      allow === undefined || allow.split(',').every((method) => isListMember(method.trim()))
        ? undefined
        : `Allow is a list of methods (RFC 9110, section 10.2.1), not ${JSON.stringify(allow)}.`,
  },
  {
    code: 'malformed-header',
    name: 'Retry-After',
    breaks({ headers }) {
      const text = headers['retry-after'];
      if (text === undefined || /^\d+$/.test(text) || isHttpDate(text)) return undefined;
      return `Retry-After is whole seconds or a date (RFC 9110, section 10.2.3), not ${JSON.stringify(text)}.`;
    },
  },
  ...rateLimitFields.map((name) => ({
    code: 'malformed-header',
    name,
    breaks({ headers }: ReceivedReply) {
      const text = headers[name.toLowerCase()];
      return text === undefined || isStructured(text)
        ? undefined
        : `${name} is a structured field (RFC 9651; draft-ietf-httpapi-ratelimit-headers), and ${JSON.stringify(text)} can't be read as one.`;
    },
  })),
];

/** An empty member is allowed in every list (RFC 9110, section 5.6.1). */
function isListMember(text: string): boolean {
  return text === '' || isHeaderName(text);
}

/** The one form that is sent, and the two that are still read (RFC 9110, section 5.6.7). */
function isHttpDate(text: string): boolean {
  return /^\w{3,9},? /.test(text) && !Number.isNaN(Date.parse(text));
}

/** A list in the newest drafts, a dictionary in the first ones. */
function isStructured(text: string): boolean {
  return [parseList, parseDictionary].some((parse) => {
    try {
      parse(text);
      return true;
    } catch {
      return false;
    }
  });
}

/** What a reply lacks or gets wrong whatever API it is of. `location`: the place that the reply answers for. */
export function breaksOfHttp(reply: ReceivedReply, location: SourceLocation): readonly Finding[] {
  return httpRules.flatMap(({ code, name, basis = 'http', breaks }): readonly Finding[] => {
    const message = breaks(reply);
    const got = reply.headers[name.toLowerCase()];
    return message === undefined ? [] : [{ code, about: 'reply', message, name, got, basis, location }];
  });
}
