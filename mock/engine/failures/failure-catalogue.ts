import { quote } from './quote.ts';

/** Names a list for people: `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[], joint = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** So many names stand in one sentence. */
const mostNames = 20;

function keysOfTheMock(keys: readonly string[]): string {
  return keys.length === 0 ? '' : ` Keys of this mock: ${keys.join(', ')}.`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

/**
 * Everything that can be wrong with a request, or go wrong with us: the status, a title that never changes, and the
 * message made from the facts of one case. The key is the stable, machine-readable code.
 */
export const failureCatalogue = {
  'uri-too-long': {
    status: 414,
    title: 'URI too long',
    message: (facts: { bytes: number; maximumBytes: number }) =>
      `The URL has ${facts.bytes} bytes; at most ${facts.maximumBytes} are read. Shorten the values of the query.`,
  },
  'unknown-path': {
    status: 404,
    title: 'Unknown path',
    message: (facts: { path: string; basePath: string; nearestPath: string | undefined }) => {
      const nearest = facts.nearestPath === undefined ? '' : ` Did you mean ${facts.nearestPath}?`;
      return `Nothing answers at ${quote(facts.path)}. The API's paths begin with ${facts.basePath || '/'}.${nearest}`;
    },
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    message: (facts: { method: string; path: string; allowed: readonly string[] }) =>
      `${facts.path} does not answer ${facts.method}. It answers ${listed(facts.allowed)}.`,
  },
  'missing-key': {
    status: 401,
    title: 'API key missing',
    message: (facts: { needs: string; keys: readonly string[] }) =>
      `This operation needs ${facts.needs}.${keysOfTheMock(facts.keys)}`,
  },
  'misplaced-key': {
    status: 401,
    title: 'API key in a wrong place',
    message: (facts: { found: string; needs: string; keys: readonly string[] }) =>
      `There is a key in ${facts.found}, where this host does not look. It takes ${facts.needs}.${keysOfTheMock(facts.keys)}`,
  },
  'placeholder-key': {
    status: 401,
    title: 'Placeholder instead of an API key',
    message: (facts: { placeholder: string; place: string; keys: readonly string[] }) =>
      `${facts.placeholder} in ${facts.place} is the placeholder of the samples: replace it with your own key.${keysOfTheMock(facts.keys)}`,
  },
  'header-in-key': {
    status: 401,
    title: "The header's name is in its value",
    message: (facts: { name: string; place: string; keys: readonly string[] }) =>
      `The value of ${facts.place} begins with "${facts.name}:", the header's own name. Send the key alone.${keysOfTheMock(facts.keys)}`,
  },
  'unknown-key': {
    status: 401,
    title: 'Unknown API key',
    message: (facts: { place: string; keys: readonly string[]; isList: boolean; isWrapped: boolean }) => {
      const keys = keysOfTheMock(facts.keys);
      if (facts.isList)
        return `There is more than one key in ${facts.place}. Send one, and the header once.${keys}`;
      if (facts.isWrapped)
        return `There is more than the key in ${facts.place}. Send it alone, without quotes or a word before it.${keys}`;
      return `No account has the key in ${facts.place}. Check that it was copied whole.${keys}`;
    },
  },
  'revoked-key': {
    status: 401,
    title: 'Revoked API key',
    message: (facts: { place: string; keys: readonly string[] }) =>
      `The key in ${facts.place} has been withdrawn. Use another one.${keysOfTheMock(facts.keys)}`,
  },
  'plan-lacks-feature': {
    status: 403,
    title: 'Not in your plan',
    message: (facts: { plan: string; feature: string; plans: readonly string[] }) => {
      const elsewhere =
        facts.plans.length === 0 ? 'No plan includes it.' : `It is in the plans ${listed(facts.plans)}.`;
      return `The ${facts.plan} plan does not include "${facts.feature}". ${elsewhere}`;
    },
  },
  'rate-exceeded': {
    status: 429,
    title: 'Too many requests',
    message: (facts: { plan: string; burst: number; rate: string; retryAfter: string }) =>
      `Calls come faster than the ${facts.plan} plan allows: ${facts.rate}, at most ${facts.burst} at once. ${facts.retryAfter}`,
  },
  'quota-exceeded': {
    status: 429,
    title: 'Quota exceeded',
    message: (facts: { plan: string; quota: string; retryAfter: string }) =>
      `The ${facts.quota} of the ${facts.plan} plan are used up. ${facts.retryAfter}`,
  },
  'malformed-body': {
    status: 400,
    title: 'Malformed body',
    message: (facts: { reason: string }) => facts.reason,
  },
  'body-too-large': {
    status: 413,
    title: 'Body too large',
    message: (facts: { maximumBytes: number }) => `The body has more than ${facts.maximumBytes} bytes.`,
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Unsupported media type',
    message: (facts: { given: string; allowed: readonly string[] }) =>
      facts.allowed.length === 0
        ? `The body is ${quote(facts.given)}, and no body is documented for this operation: leave it out.`
        : `The body is ${quote(facts.given)}; this operation reads ${listed(facts.allowed, 'or')}.`,
  },
  'invalid-request': {
    status: 400,
    title: 'Invalid request',
    message: (facts: { problems: readonly { readonly name: string; readonly message: string }[] }) => {
      const [only] = facts.problems;
      if (facts.problems.length === 1 && only !== undefined) return only.message;
      const names = [...new Set(facts.problems.map((problem) => problem.name || 'the body'))];
      const more = names.length - mostNames;
      const shown = more > 0 ? [...names.slice(0, mostNames), `${more} more`] : names;
      return `${plural(facts.problems.length, 'problem')} in the request: ${listed(shown)}.`;
    },
  },
  'not-acceptable': {
    status: 406,
    title: 'Not acceptable',
    message: (facts: { accept: string; available: readonly string[] }) =>
      `The Accept header asks for ${quote(facts.accept)}; this operation answers ${listed(facts.available, 'or')}.`,
  },
  'unknown-reply': {
    status: 404,
    title: 'No such reply in the document',
    message: (facts: { asked: string; available: readonly string[] }) =>
      `The document has no ${quote(facts.asked)} for this operation, which the Prefer header asks for. It has ${listed(facts.available)}.`,
  },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    message: (facts: { reason: string }) => facts.reason,
  },
  maintenance: {
    status: 503,
    title: 'Maintenance',
    message: (facts: { retryAfterSeconds: number }) =>
      `The service is down for maintenance. Try again in ${facts.retryAfterSeconds} seconds.`,
  },
  'usage-away': {
    status: 503,
    title: 'Usage away',
    message: (facts: { reason: string }) =>
      `This call can't be counted, so it is refused. ${facts.reason}. Try again in a second.`,
  },
  'request-timeout': {
    status: 408,
    title: 'Request timeout',
    message: (facts: { seconds: number }) =>
      `The request did not arrive within ${facts.seconds} seconds. Send it whole, with the Content-Length that it has.`,
  },
  'unreachable-server': {
    status: 502,
    title: 'No reply from the real server',
    message: (facts: { operationId: string; address: string; reason: string }) =>
      `${facts.operationId} is passed on to ${facts.address}, which gave no reply: ${facts.reason}.`,
  },
  'headers-too-large': {
    status: 431,
    title: 'Headers too large',
    message: (facts: { maximumBytes: number }) =>
      `URL and headers together have more than ${facts.maximumBytes} bytes.`,
  },
} as const;

export type FailureCause = keyof typeof failureCatalogue;
export type FailureFacts<Cause extends FailureCause> = Parameters<
  (typeof failureCatalogue)[Cause]['message']
>[0];
