import type { FailureShape } from './failure.ts';

/** Failures as RFC 9457 problem details: what a document without a shape of its own gets. */
export const problemJson: FailureShape = {
  mediaType: 'application/problem+json',
  mustFitDocument: false,
  bodyOf: (failure, requestId) => ({
    type: `urn:problem-type:${failure.cause}`,
    title: failure.title,
    status: failure.status,
    detail: failure.message,
    instance: `urn:uuid:${requestId}`,
    code: failure.cause,
    ...(failure.problems === undefined
      ? {}
      : { errors: failure.problems.map((problem) => ({ ...problem })) }),
  }),
};
