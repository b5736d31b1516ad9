import type { paths } from 'inokufu-api-kit/types';
import createOpenApiClient, { type Client } from 'openapi-fetch';

export interface ClientOptions {
  readonly apiUrl: string;
  readonly key: string;
  /** How it waits until it may try again. */
  readonly wait: (seconds: number) => Promise<void>;
}

const mostAttempts = 3;
const longestWaitSeconds = 60;

/** A client whose parameters and replies the compiler checks against the document, and which comes again when it is told to. */
export function createClient({ apiUrl, key, wait }: ClientOptions): Client<paths> {
  async function fetchAgain(request: Request): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      // A request can be sent once.
      const reply = await fetch(request.clone());
      const seconds = Number(reply.headers.get('Retry-After') ?? Number.NaN);
      const isLater = [429, 503].includes(reply.status) && seconds <= longestWaitSeconds;
      if (!isLater || attempt === mostAttempts) return reply;
      await wait(seconds);
    }
  }
  return createOpenApiClient<paths>({ baseUrl: apiUrl, headers: { 'x-api-key': key }, fetch: fetchAgain });
}
