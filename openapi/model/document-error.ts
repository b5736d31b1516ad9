import type { DocumentFault } from './api-model.ts';

/** A document that cannot be used: says every fault with its file and JSON pointer. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly faults: readonly DocumentFault[];

  constructor(faults: readonly DocumentFault[]) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(`The document has ${count}:\n${faults.map((fault) => `  ${formatFault(fault)}`).join('\n')}`);
    this.faults = faults;
  }
}

/** One line for one fault: `openapi/document/openapi.yaml#/paths/~1a/get: message`. */
export function formatFault({ location, message }: DocumentFault): string {
  return `${location.file}#${location.pointer}: ${message}`;
}
