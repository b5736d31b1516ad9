/** A request as plain values: adapters make it, the pipeline knows nothing else of the transport. */
export interface ApiRequest {
  /** As sent: `GET`. */
  readonly method: string;
  /** The request target as sent, percent-encoded: `/v2/pets?limit=1`, or in absolute form (RFC 9112 3.2). */
  readonly target: string;
  /** How the client reached the mock, for links in replies. */
  readonly scheme: 'http' | 'https';
  /** By lower-case name; a repeated field is one, joined with `, `. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Reads the body when the pipeline wants it; undefined: it is larger than that, and the rest is thrown away. */
  readonly readBody: (maximumBytes: number) => Promise<Uint8Array | undefined>;
  /** Fires when nobody waits for the reply any more. */
  readonly signal: AbortSignal;
}

const neverAborted = new AbortController().signal;

/** A request without a transport, for tests and for callers in the same process. */
export function apiRequest(given: {
  readonly method?: string;
  readonly target: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string | Uint8Array;
}): ApiRequest {
  const body = typeof given.body === 'string' ? new TextEncoder().encode(given.body) : given.body;
  const bytes = body ?? new Uint8Array();
  return {
    method: given.method ?? 'GET',
    scheme: 'http',
    target: given.target,
    headers: Object.fromEntries(
      Object.entries(given.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    readBody: async (maximumBytes) => (bytes.byteLength > maximumBytes ? undefined : bytes),
    signal: neverAborted,
  };
}
