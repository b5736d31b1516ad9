import type { ErrorTemplate } from '../engine/failures/error-template.ts';

/**
 * Failures as openapi/document/components/schemas/Error.yaml describes them. The engine's codes are the document's; every
 * failure of an operation is checked against the document, so a code that it lacks does not go unnoticed.
 */
export const inokufuErrors: ErrorTemplate = {
  body: { statusCode: '{status}', code: '{code}', message: '{message}', errors: '{problems}' },
  isDocumented: true,
};
