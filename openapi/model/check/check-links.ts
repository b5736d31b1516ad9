import type { Operation } from '../api-model.ts';
import type { DocumentReader } from '../read/document-reader.ts';

/** Links that name an operation which the document does not have (Link Object, `operationId`). */
export function checkLinks(operations: readonly Operation[], reader: DocumentReader): void {
  const ids = new Set(operations.map(({ operationId }) => operationId));
  for (const { responses } of operations)
    for (const { links, source } of responses)
      for (const { name, operationId } of links)
        if (operationId !== undefined && !ids.has(operationId))
          reader.fault(`link "${name}" names the operation "${operationId}", which is nowhere`, source);
}
