import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reply of the toy API, or what it does instead of replying. */
export type LibraryReply =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | 'close'
  | 'silence';

interface LibraryRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly card: string | undefined;
  readonly mediaType: string | undefined;
  readonly body: string;
}

/** Changes the honest reply to a request into another one. */
export type Lie = (request: LibraryRequest, honest: LibraryReply) => LibraryReply;

export const libraryCard = 'card-of-a-reader';

/** The API of test/documents/lending-library.yaml on a free port, as documented but for the lie. */
export async function startLendingLibrary(
  lie: Lie = (_, honest) => honest,
): Promise<{ url: URL; close(): Promise<void> }> {
  const server = createServer(async (incoming, response) => {
    const request = await readRequest(incoming);
    const reply = lie(request, answer(request));
    if (reply === 'close') incoming.socket.destroy();
    else if (reply !== 'silence') response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRequest(incoming: IncomingMessage): Promise<LibraryRequest> {
  const url = new URL(incoming.url ?? '/', 'http://library.example');
  let body = '';
  for await (const chunk of incoming) body += String(chunk);
  return {
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    card: incoming.headers['x-card'] as string | undefined,
    mediaType: incoming.headers['content-type'],
    body,
  };
}

export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): LibraryReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export const emma = { title: 'Emma', pages: 474 };
export const books: LibraryReply = json(200, [emma], { 'x-total': '1' });

const methodsByPath: Readonly<Record<string, readonly string[]>> = {
  '/v1/opening-hours': ['GET', 'HEAD'],
  '/v1/books': ['GET', 'HEAD'],
  '/v1/loans': ['POST'],
};

function answer(request: LibraryRequest): LibraryReply {
  const { method, path, card } = request;
  const methods = methodsByPath[path];
  if (methods === undefined) return json(404, { message: 'There is nothing.' });
  if (!methods.includes(method)) return json(405, { message: 'No.' }, { allow: methods.join(', ') });
  if (path === '/v1/opening-hours') return json(200, [9, 18]);
  if (card !== libraryCard) return json(401, { message: 'Show your card.' }, { 'www-authenticate': 'Card' });
  const problem = path === '/v1/books' ? problemOfQuery(request.query) : problemOfLoan(request);
  if (problem !== undefined) return json(400, { message: `Look at ${problem}.` });
  return path === '/v1/books' ? books : json(201, emma);
}

function problemOfQuery(query: URLSearchParams): string | undefined {
  const genres = query.getAll('genre');
  if (genres.length !== 1 || !['novel', 'poetry'].includes(genres[0] ?? '')) return 'genre';
  const maxima = query.getAll('max');
  const isFine = maxima.every((max) => /^\d+$/.test(max) && Number(max) >= 1 && Number(max) <= 20);
  return isFine && maxima.length <= 1 ? undefined : 'max';
}

function problemOfLoan({ mediaType, body }: LibraryRequest): string | undefined {
  if (mediaType?.split(';')[0] !== 'application/json') return 'the media type';
  let loan: unknown;
  try {
    loan = JSON.parse(body);
  } catch {
    return 'the body';
  }
  if (loan === null || typeof loan !== 'object' || Array.isArray(loan)) return 'the body';
  const { title, days = 1 } = loan as Record<string, unknown>;
  if (typeof title !== 'string' || title === '') return 'title';
  return Number.isInteger(days) && (days as number) <= 30 ? undefined : 'days';
}
