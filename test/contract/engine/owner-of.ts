import type { Operation } from '../../../openapi/model/api-model.ts';
import { findRequest } from '../../../openapi/operations/judge/judge.ts';
import type { ContractCheck } from './contract-check.ts';
import type { StageContext } from './stages/stage.ts';

/**
 * The other operation that a check asks by the document, if it does: of two that no request tells apart only one answers, and
 * `/users/{id}` with the id `me` is `/users/me`.
 */
export function ownerOf(
  { operation, request, want }: ContractCheck,
  { model, serverUrl }: Pick<StageContext, 'model' | 'serverUrl'>,
): Operation | undefined {
  // Whatever answers there: the question is about the path, or about HTTP.
  if (want.kind === 'answer') return undefined;
  const known = findRequest(request, model, { basePath: new URL(serverUrl).pathname });
  return 'operation' in known && known.operation.operationId !== operation.operationId
    ? known.operation
    : undefined;
}
