import { needsKey } from '../../../../test/contract/engine/contract-check.ts';
import { isDocumented } from '../../../../test/contract/engine/expectation.ts';
import { type Grounds, refusalLike, repliesByStatus } from '../grounds.ts';
import { type ApiMutant, changedReplies, isAnswered } from '../mutant.ts';

/** Another status for a sound one; with the body that belongs to it where somebody saw one. */
export function statusMutants(grounds: Grounds): readonly ApiMutant[] {
  return grounds.operations.flatMap((operation) => {
    const { operationId } = operation;
    const own = [...repliesByStatus(grounds, operation).keys()];
    const success = own.find((status) => status >= 200 && status < 300) ?? 200;
    const insteadOf = (status: number): readonly number[] => {
      if (status >= 200 && status < 300) return [status === 200 ? 201 : 200, 202, 400, 404, 500, 503];
      if (status === 400) return [success, 404, 409, 422, 500];
      if (status === 401) return [200, 400, 403, 500];
      if (status === 403) return [200, 401, 404, 500];
      return [success, 400, 500];
    };
    return own.flatMap((status) =>
      insteadOf(status)
        .filter((other) => other !== status && (needsKey(operation) || ![401, 403].includes(other)))
        // Which refusal it is says the document, or nobody.
        .filter(
          (other) => isAnswered({ status }) || other < 400 || other >= 500 || isDocumented(operation, status),
        )
        .map(
          (other): ApiMutant => ({
            class: 'status',
            name: `${operationId}: ${other} for ${status}`,
            operationId,
            about: [String(other)],
            create: () =>
              changedReplies(operation, (reply) => {
                if (reply.status !== status) return undefined;
                const takesOther = isAnswered(reply) !== isAnswered({ ...reply, status: other });
                return takesOther
                  ? { ...refusalLike(grounds, operation, other), status: other }
                  : { ...reply, status: other };
              }),
          }),
        ),
    );
  });
}
