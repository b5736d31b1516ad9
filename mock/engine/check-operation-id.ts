import type { ApiModel } from '../../openapi/model/api-model.ts';
import { didYouMean } from '../../openapi/model/nearest-name.ts';
import { OptionError } from './option-error.ts';

/** Throws an OptionError for an operation that the document does not have: what is for it would never be called. */
export function checkOperationId(operationId: string, { operations, info }: ApiModel, what: string): void {
  const known = operations.map((operation) => operation.operationId);
  if (known.includes(operationId)) return;
  const meant = didYouMean(operationId, known);
  throw new OptionError(
    `There is a ${what} for ${operationId}, but no such operation in ${info.title}.${meant}`,
  );
}
