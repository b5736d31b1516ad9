import type { FailureShape } from '../engine/failures/failure.ts';

/**
 * Failures as openapi/document/components/schemas/Error.yaml describes them. The engine's codes are the document's; every
 * failure of an operation is checked against the document, so a code that it lacks does not go unnoticed.
 */
export const inokufuErrorShape: FailureShape = {
  mediaType: 'application/json',
  mustFitDocument: true,
  bodyOf: ({ cause, status, message, problems }) => ({
    statusCode: status,
    code: cause,
    message,
    ...(problems === undefined ? {} : { errors: problems.map((problem) => ({ ...problem })) }),
  }),
};
