import { needsKey } from '../../../../test/contract/engine/contract-check.ts';
import type { Grounds } from '../grounds.ts';
import type { ApiMutant, PassingRequest } from '../mutant.ts';

/** Who is let in, or refused, against the document. */
export function keyMutants({ subject: { model }, operations, calls }: Grounds): readonly ApiMutant[] {
  const largest = calls.find(({ request, reply }) => needsKeyOf(request) && reply.status < 300)?.request;
  return operations.filter(needsKey).flatMap((operation) => {
    const { operationId } = operation;
    const [scheme] = operation.security.flat().map((one) => one.scheme);
    const header = scheme?.in === 'header' ? (scheme.name?.toLowerCase() ?? '') : '';
    const goodKey = largest?.headers[header];
    if (header === '' || goodKey === undefined) return [];
    const accepting = (
      what: string,
      isMeant: (request: PassingRequest, status: number) => boolean,
    ): ApiMutant => ({
      class: 'keys',
      name: `${operationId}: ${what} is accepted`,
      operationId,
      about: ['key', 'plan'],
      create: () => async (request, api) => {
        const reply = await api.pass(request);
        if (request.operation !== operation || !isMeant(request, reply.status)) return reply;
        return api.pass({ ...request, headers: { ...request.headers, [header]: goodKey } });
      },
    });
    const key = ({ headers }: PassingRequest) => headers[header];
    const isClosed = model.plans?.plans.some(({ closedOperationIds }) => closedOperationIds.has(operationId));
    return [
      accepting(
        'no key',
        (request, status) =>
          status === 401 && key(request) === undefined && request.headers.authorization === undefined,
      ),
      accepting(
        'a key that nobody gave out',
        (request, status) =>
          status === 401 && key(request) !== undefined && key(request) !== scheme?.placeholder,
      ),
      accepting(
        'the key in the header Authorization',
        (request, status) => status === 401 && request.headers.authorization !== undefined,
      ),
      ...(scheme?.placeholder === undefined
        ? []
        : [
            accepting(
              'the placeholder',
              (request, status) => status === 401 && key(request) === scheme.placeholder,
            ),
          ]),
      ...(isClosed ? [accepting('a key whose plan lacks it', (_, status) => status === 403)] : []),
    ];
  });
}

function needsKeyOf({ operation }: PassingRequest): boolean {
  return operation !== undefined && needsKey(operation);
}
