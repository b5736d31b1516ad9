import type { operations } from '../../../openapi/generated/handler-types.ts';
import type { OperationHandlers } from '../../engine/handler.ts';
import type { Catalog } from '../catalog/load-catalog.ts';
import { createLearningObjectHandlers, type LearningObjectParts } from './learning-objects.ts';
import { createUtilityHandlers } from './utility.ts';

/** Every handler by operationId; the compiler checks each against the document's types, and that none is missing. */
export function createInokufuHandlers(parts: LearningObjectParts & { readonly catalog: Catalog }) {
  return {
    ...createUtilityHandlers(parts.catalog),
    ...createLearningObjectHandlers(parts),
  } satisfies Required<OperationHandlers<operations>>;
}
