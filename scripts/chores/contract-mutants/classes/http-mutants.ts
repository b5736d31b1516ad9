import type { Operation } from '../../../../openapi/model/api-model.ts';
import { needsKey } from '../../../../test/contract/engine/contract-check.ts';
import { isInokufuDocument } from '../../../../test/contract/inokufu/inokufu-dialect.ts';
import type { Grounds } from '../grounds.ts';
import {
  type ApiMutant,
  type Change,
  changedReplies,
  isAnswered,
  type PassingReply,
  type PassingRequest,
  withHeader,
} from '../mutant.ts';

type ReplyFault = (reply: PassingReply, request: PassingRequest) => PassingReply | undefined;

/** What HTTP asks of every API; and what our document says of requests that no operation is there for. */
export function httpMutants(grounds: Grounds): readonly ApiMutant[] {
  const { operations, subject } = grounds;
  const isOurs = isInokufuDocument(subject.model);
  return [
    ...everywhere(headerFaults),
    ...everywhere(headFaults),
    ...(isOurs ? [...everywhere(strayFaults), ...everywhere(preflightFaults)] : []),
    ...operations.flatMap((operation) => textMutants(operation)),
    ...operations.flatMap((operation) => ignoredMutants(operation, grounds)),
  ].filter((one) => one.name !== 'a 401 has no www-authenticate' || operations.some(needsKey));
}

function mutantOf(
  name: string,
  about: readonly string[],
  create: () => Change,
  operationId?: string,
): ApiMutant {
  return { class: 'HTTP basics', name, operationId, about, create };
}

function everywhere(faults: Readonly<Record<string, ReplyFault>>): readonly ApiMutant[] {
  return Object.entries(faults).map(([name, fault]) =>
    mutantOf(name, name.split(' '), () => changedReplies(undefined, fault)),
  );
}

const onStatus =
  (status: number, change: (reply: PassingReply) => PassingReply): ReplyFault =>
  (reply) =>
    reply.status === status ? change(reply) : undefined;
const onMethod =
  (method: string, change: (reply: PassingReply) => PassingReply): ReplyFault =>
  (reply, request) =>
    request.method === method ? change(reply) : undefined;
const answeredWith = (status: number) => (reply: PassingReply) => ({ ...reply, status });

const headerFaults: Readonly<Record<string, ReplyFault>> = {
  'a 405 has no allow': onStatus(405, (reply) => withHeader(reply, 'allow', undefined)),
  'allow of a 405 lacks what the path has': onStatus(405, (reply) => withHeader(reply, 'allow', 'TRACE')),
  'allow of a 405 is no list of methods': onStatus(405, (reply) => withHeader(reply, 'allow', 'GET; HEAD')),
  'a 401 has no www-authenticate': onStatus(401, (reply) => withHeader(reply, 'www-authenticate', undefined)),
};

const headFaults: Readonly<Record<string, ReplyFault>> = {
  'HEAD is answered with 404': onMethod('HEAD', answeredWith(404)),
  'HEAD is answered with 500': onMethod('HEAD', answeredWith(500)),
  'HEAD has another media type': onMethod('HEAD', (reply) => withHeader(reply, 'content-type', 'text/html')),
};

const onStrayPath =
  (status: number): ReplyFault =>
  (reply, { operation }) =>
    operation === undefined && reply.status === 404 ? { ...reply, status } : undefined;

const strayFaults: Readonly<Record<string, ReplyFault>> = {
  'another method is answered with 200': onStatus(405, answeredWith(200)),
  'another method is answered with 404': onStatus(405, answeredWith(404)),
  'another method is answered with 500': onStatus(405, answeredWith(500)),
  'an unknown path is answered with 200': onStrayPath(200),
  'an unknown path is answered with 400': onStrayPath(400),
  'an unknown path is answered with 500': onStrayPath(500),
  'OPTIONS is answered with 400': onMethod('OPTIONS', answeredWith(400)),
  'OPTIONS is answered with 500': onMethod('OPTIONS', answeredWith(500)),
};

/** A list of headers is asked for only where the page wants to send some (Fetch standard). */
const onPreflight =
  (lost: string, asking: string): ReplyFault =>
  (reply, { method, headers }) =>
    method === 'OPTIONS' && headers[asking] !== undefined ? withHeader(reply, lost, undefined) : undefined;

const preflightFaults: Readonly<Record<string, ReplyFault>> = {
  'a preflight has no access-control-allow-origin': onPreflight(
    'access-control-allow-origin',
    'access-control-request-method',
  ),
  'a preflight has no access-control-allow-headers': onPreflight(
    'access-control-allow-headers',
    'access-control-request-headers',
  ),
};

const textFaults: Readonly<Record<string, (reply: PassingReply) => PassingReply>> = {
  'a byte order mark before the JSON': (reply) => ({ ...reply, body: Buffer.from(`\uFEFF${reply.body}`) }),
  'JSON in Latin-1': (reply) => ({
    ...withHeader(reply, 'content-type', 'application/json; charset=iso-8859-1'),
    body: Buffer.from(String(reply.body).replace(/"(\p{L})/u, '"é$1'), 'latin1'),
  }),
  'the JSON is cut off': (reply) => ({ ...reply, body: String(reply.body).slice(0, -2) }),
  'a comma after the last of the JSON': (reply) => ({
    ...reply,
    body: String(reply.body).replace(/(.)\s*$/, ',$1'),
  }),
  'an empty body for JSON': (reply) => ({ ...reply, body: '' }),
  'a page as body for JSON': (reply) => ({ ...reply, body: '<html></html>' }),
};

function textMutants(operation: Operation): readonly ApiMutant[] {
  const { operationId } = operation;
  return Object.entries(textFaults).map(([what, fault]) =>
    mutantOf(
      `${operationId}: ${what}`,
      ['JSON', 'charset', 'UTF-8'],
      () =>
        changedReplies(operation, (reply, { method }) =>
          isAnswered(reply) && method !== 'HEAD' && reply.body.length > 0 ? fault(reply) : undefined,
        ),
      operationId,
    ),
  );
}

/** What is refused for its Accept, or its length, answered as if nobody looked at that. */
function ignoredMutants(operation: Operation, { calls }: Grounds): readonly ApiMutant[] {
  const { operationId } = operation;
  const ignored = { 406: 'Accept', 414: 'a long address' };
  return Object.entries(ignored).flatMap(([text, what]) => {
    const status = Number(text);
    const wasSeen = calls.some(
      ({ request, reply }) => request.operation === operation && reply.status === status,
    );
    if (!wasSeen) return [];
    const create = (): Change =>
      changedReplies(operation, (reply, { url, headers }, api) => {
        if (reply.status !== status) return undefined;
        const short = new URL(url);
        short.searchParams.delete('pad');
        const request = { method: 'GET', url: short, headers: { ...headers, accept: 'application/json' } };
        return api.askAside({ ...request, body: undefined, operation });
      });
    return [
      mutantOf(`${operationId}: ${what} is ignored`, [text, 'media type', 'address'], create, operationId),
    ];
  });
}
