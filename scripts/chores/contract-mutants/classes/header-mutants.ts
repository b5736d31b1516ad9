import { findResponse } from '../../../../openapi/operations/values/example-replies.ts';
import { type Grounds, repliesByStatus } from '../grounds.ts';
import { type ApiMutant, changedReplies, withHeader } from '../mutant.ts';

const otherTypes = { 'is lost': undefined, 'is text/html': 'text/html', 'is text/plain': 'text/plain' };

/** Each header that the document demands, lost on each kind of reply; and what the body is, not said or said wrong. */
export function headerMutants(grounds: Grounds): readonly ApiMutant[] {
  return grounds.operations.flatMap((operation) =>
    [...repliesByStatus(grounds, operation)].flatMap(([status, replies]) => {
      const { operationId } = operation;
      const response = findResponse(operation.responses, status);
      const mutant = (header: string, what: string, value?: string): ApiMutant => ({
        class: 'headers lost',
        name: `${operationId}: ${header} of a ${status} ${what}`,
        operationId,
        about: [header],
        create: () =>
          changedReplies(operation, (reply) =>
            reply.status === status && reply.headers[header] !== undefined
              ? withHeader(reply, header, value)
              : undefined,
          ),
      });
      const demanded = (response?.headers ?? []).filter(({ isRequired }) => isRequired);
      const sent = demanded
        .map(({ name }) => name.toLowerCase())
        .filter((name) => replies.some(({ headers }) => headers[name] !== undefined));
      const hasBody = (response?.contents.length ?? 0) > 0;
      return [
        ...sent.map((header) => mutant(header, 'is lost')),
        ...(hasBody
          ? Object.entries(otherTypes).map(([what, value]) => mutant('content-type', what, value))
          : []),
      ];
    }),
  );
}
