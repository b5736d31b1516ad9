import { Buffer } from 'node:buffer';
import { needsKey } from '../../../../test/contract/engine/contract-check.ts';
import { isDocumented } from '../../../../test/contract/engine/expectation.ts';
import type { Grounds } from '../grounds.ts';
import {
  type ApiMutant,
  type Change,
  changedReplies,
  isAnswered,
  type PassingReply,
  withHeader,
} from '../mutant.ts';

const onStatus =
  (status: number, change: (reply: PassingReply) => PassingReply): (() => Change) =>
  () =>
    changedReplies(undefined, (reply) => (reply.status === status ? change(reply) : undefined));

/** What HTTP asks of every API. */
export function httpMutants(grounds: Grounds): readonly ApiMutant[] {
  const { operations, calls } = grounds;
  const open = operations.find((one) => !needsKey(one) && one.method === 'get');
  const mutant = (
    name: string,
    about: readonly string[],
    create: () => Change,
    operationId?: string,
  ): ApiMutant => ({
    class: 'HTTP basics',
    name,
    operationId,
    about,
    create,
  });
  const hasStatus = (status: number) => calls.some(({ reply }) => reply.status === status);
  const answered =
    open && calls.find(({ request, reply }) => request.operation === open && isAnswered(reply))?.reply;
  return [
    ...(hasStatus(405)
      ? [
          mutant(
            'a 405 has no Allow',
            ['Allow'],
            onStatus(405, (reply) => withHeader(reply, 'allow', undefined)),
          ),
          mutant(
            'Allow of a 405 lacks what the path has',
            ['Allow'],
            onStatus(405, (reply) => withHeader(reply, 'allow', 'TRACE')),
          ),
          mutant(
            'Allow of a 405 is no list of methods',
            ['Allow'],
            onStatus(405, (reply) => withHeader(reply, 'allow', 'GET; HEAD')),
          ),
          mutant(
            'another method is answered with 200',
            ['method', '200'],
            onStatus(405, (reply) => ({ ...reply, status: 200 })),
          ),
          mutant(
            'another method is answered with 404',
            ['method', '404'],
            onStatus(405, (reply) => ({ ...reply, status: 404 })),
          ),
          mutant(
            'another method is answered with 500',
            ['method', '500'],
            onStatus(405, (reply) => ({ ...reply, status: 500 })),
          ),
        ]
      : []),
    ...[200, 400, 500].map((status) =>
      mutant(`an unknown path is answered with ${status}`, ['path', String(status)], () =>
        changedReplies(undefined, (reply, request) =>
          request.operation === undefined && reply.status === 404 ? { ...reply, status } : undefined,
        ),
      ),
    ),
    ...(hasStatus(401)
      ? [
          mutant(
            'a 401 has no WWW-Authenticate',
            ['WWW-Authenticate'],
            onStatus(401, (reply) => withHeader(reply, 'www-authenticate', undefined)),
          ),
        ]
      : []),
    ...['404', '500', '200'].map((status) =>
      mutant(`HEAD is answered with ${status}`, ['HEAD'], () =>
        changedReplies(undefined, (reply, { method }) =>
          method !== 'HEAD'
            ? undefined
            : status === '200'
              ? withHeader(reply, 'content-type', 'text/html')
              : { ...reply, status: Number(status) },
        ),
      ),
    ),
    ...[500, 400].map((status) =>
      mutant(`OPTIONS is answered with ${status}`, ['OPTIONS', 'preflight'], () =>
        changedReplies(undefined, (reply, { method }) =>
          method === 'OPTIONS' ? { ...reply, status } : undefined,
        ),
      ),
    ),
    ...(operations.some(({ responses }) =>
      responses.some(({ headers }) => headers.some(({ name }) => /^access-control/i.test(name))),
    )
      ? ['access-control-allow-origin', 'access-control-allow-headers'].map((header) =>
          mutant(`a preflight has no ${header}`, [header], () =>
            changedReplies(undefined, (reply, { method, headers }) =>
              method === 'OPTIONS' &&
              headers['access-control-request-method'] !== undefined &&
              needsList(header, headers)
                ? withHeader(reply, header, undefined)
                : undefined,
            ),
          ),
        )
      : []),
    ...operations.flatMap((operation) => {
      const { operationId } = operation;
      const body = (
        name: string,
        about: readonly string[],
        change: (reply: PassingReply) => PassingReply,
      ): ApiMutant =>
        mutant(
          `${operationId}: ${name}`,
          about,
          () =>
            changedReplies(operation, (reply, { method }) =>
              isAnswered(reply) && method !== 'HEAD' && reply.body.length > 0 ? change(reply) : undefined,
            ),
          operationId,
        );
      const letters = (text: string) => `${text.slice(0, -1)} ${text.slice(-1)}`;
      return [
        body('a byte order mark before the JSON', ['JSON', 'byte order'], (reply) => ({
          ...reply,
          body: Buffer.from(`\uFEFF${reply.body}`),
        })),
        body('JSON in Latin-1', ['charset', 'UTF-8'], (reply) => ({
          ...withHeader(reply, 'content-type', 'application/json; charset=iso-8859-1'),
          body: Buffer.from(String(reply.body).replace(/"(\p{L})/u, '"é$1'), 'latin1'),
        })),
        body('the JSON is cut off', ['JSON'], (reply) => ({
          ...reply,
          body: String(reply.body).slice(0, -2),
        })),
        body('a comma after the last item', ['JSON'], (reply) => ({
          ...reply,
          body: letters(String(reply.body)).replace(/ (.)$/, ',$1'),
        })),
        body('the body is empty', ['JSON', 'body'], (reply) => ({ ...reply, body: '' })),
        body('the body is a page', ['JSON', 'body'], (reply) => ({ ...reply, body: '<html></html>' })),
      ];
    }),
    ...operations.flatMap((operation) =>
      [406, 414].flatMap((status): readonly ApiMutant[] => {
        if (!isDocumented(operation, status) || answered === undefined) return [];
        if (!calls.some(({ request, reply }) => request.operation === operation && reply.status === status))
          return [];
        return [
          mutant(
            `${operation.operationId}: ${status === 406 ? 'Accept' : 'a long address'} is ignored`,
            [String(status), 'media type', 'address'],
            () => async (request, api) => {
              const reply = await api.pass(request);
              if (request.operation !== operation || reply.status !== status) return reply;
              return api.askAside({
                ...request,
                url: shortened(request.url),
                headers: { ...request.headers, accept: 'application/json' },
              });
            },
            operation.operationId,
          ),
        ];
      }),
    ),
  ];
}

function shortened(url: URL): URL {
  const short = new URL(url);
  short.searchParams.delete('pad');
  return short;
}

/** A list of headers is asked for only where the page wants to send some (Fetch standard). */
function needsList(header: string, headers: Readonly<Record<string, string>>): boolean {
  return !header.endsWith('headers') || headers['access-control-request-headers'] !== undefined;
}
