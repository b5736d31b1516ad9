import type { Operation } from '../api-model.ts';
import type { DocumentReader } from './document-reader.ts';
import type { Located } from './located.ts';

/** Sees the paths of a document one after the other, and tells of those that no request tells from one before. */
export interface TwinCheck {
  see(path: string, operations: readonly Operation[], place: Located): void;
}

export function createTwinCheck(reader: DocumentReader): TwinCheck {
  const pathByShape = new Map<string, string>();
  const pathByOperation = new Map<string, string>();
  return {
    see(path, operations, place) {
      const shape = shapeOf(path);
      const keys = operations.map(
        (operation) =>
          `${operation.method} ${shapeOf(operation.path)} ${JSON.stringify(operation.toldApartBy)}`,
      );
      const lost = keys.map((key) => pathByOperation.get(key)).find((twin) => twin !== undefined);
      const twin = pathByShape.get(shape);
      if (twin !== undefined) {
        // Where each has methods of its own, all of them are served.
        const message = `the path is the same as "${twin}": the names in braces don't count`;
        reader.fault(message, place, lost === undefined ? 'untidy' : 'lost');
      } else if (lost !== undefined) {
        reader.fault(
          `"${path}" is not served: no request of it differs from one of "${lost}"`,
          place,
          'lost',
        );
      }
      pathByShape.set(shape, path);
      for (const key of keys) if (!pathByOperation.has(key)) pathByOperation.set(key, path);
    },
  };
}

/** Names in braces don't count (Paths Object). */
function shapeOf(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, '{}');
}
