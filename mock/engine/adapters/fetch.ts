import { fieldsOf } from '../../../openapi/model/http-headers.ts';
import { statusesWithoutBody } from '../../../openapi/model/statuses-without-body.ts';
import type { ApiRequest } from '../api-request.ts';
import type { Engine } from '../engine.ts';
import type { Reply } from '../reply.ts';
import { brokenBody, ConnectionLostError } from './broken-body.ts';

/** A request of the Fetch Standard as plain values. Its body is read before, so that its length is announced as on the wire. */
async function apiRequestOf(request: Request): Promise<ApiRequest> {
  const { protocol, host, pathname, search } = new URL(request.url);
  const bytes = new Uint8Array(request.body === null ? [] : await request.arrayBuffer());
  const hasLength = request.body !== null || /^(POST|PUT|PATCH)$/.test(request.method);
  return {
    method: request.method,
    target: pathname + search,
    scheme: protocol === 'https:' ? 'https' : 'http',
    headers: {
      host,
      ...(hasLength ? { 'content-length': String(bytes.byteLength) } : {}),
      ...headersOf(request),
    },
    readBody: async (maximumBytes) => (bytes.byteLength > maximumBytes ? undefined : bytes),
    signal: request.signal,
  };
}

function headersOf({ headers }: Request): Record<string, string> {
  const fields = new Map<string, string>();
  headers.forEach((value, name) => {
    fields.set(name, value);
  });
  return Object.fromEntries(fields);
}

function bodyOf({ body, breaks, status }: Reply, signal: AbortSignal): BodyInit | null {
  if (body === undefined || statusesWithoutBody.has(status)) return null;
  if (breaks === undefined) return typeof body === 'string' ? body : new Uint8Array(body);
  const chunks = brokenBody(body, breaks, signal);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        controller.error(lost(error));
      }
    },
  });
}

/** What `fetch` rejects with where a connection is lost (Fetch Standard, network error). */
function lost(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause });
}

/** Answers a request of the Fetch Standard without a port; rejects where a socket would break, and where its signal fires. */
export async function answerFetch(engine: Engine, request: Request): Promise<Response> {
  request.signal.throwIfAborted();
  const reply = await engine.answer(await apiRequestOf(request));
  request.signal.throwIfAborted();
  if (reply.breaks?.drop) throw lost(new ConnectionLostError());
  const headers = new Headers();
  for (const [name, value] of Object.entries(reply.headers))
    for (const field of fieldsOf(name, value)) headers.append(name, field);
  return new Response(bodyOf(reply, request.signal), { status: reply.status, headers });
}
