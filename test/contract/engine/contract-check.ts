import type { Operation, SourceLocation } from '../../../openapi/model/api-model.ts';
import type { PrintableRequest } from '../../../openapi/operations/wire/curl.ts';
import type { CheckKind } from './contract-report.ts';
import type { Expectation } from './expectation.ts';

/** A request that will be sent, and what its answer is judged by. */
export interface ContractCheck {
  readonly operation: Operation;
  readonly kind: CheckKind;
  readonly name: string;
  readonly request: PrintableRequest;
  readonly want: Expectation;
  /** The place of the document that asks for this answer: the rule that the request breaks, else the operation. */
  readonly location: SourceLocation;
}
