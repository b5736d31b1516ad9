import type { HttpMethod, JsonValue, ParameterLocation } from '../../model/api-model.ts';
import type { Share } from './share.ts';

/** How much of a document calls have used, as plain data. What was never used has 0 calls. */
export interface CoverageReport {
  readonly totals: Readonly<Record<CoveredKind, Share>>;
  /** In document order. */
  readonly operations: readonly OperationCoverage[];
  /** Calls of no operation: a method and path that the document lacks, as they were sent. */
  readonly unknown: readonly UnknownCalls[];
}

export type CoveredKind = 'operations' | 'parameters' | 'enumValues' | 'statuses' | 'properties';

/** `calls` here and below: in how many calls it was seen. */
export interface OperationCoverage {
  readonly operationId: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly calls: number;
  readonly statuses: readonly StatusCoverage[];
  readonly parameters: readonly ParameterCoverage[];
  /**
   * Of JSON and forms. One that a schema uses in several places stands here once, where it is first met; at most some
   * hundreds, those that lie least deep.
   */
  readonly properties: readonly PropertyCoverage[];
  /** What was seen, and the document does not have. */
  readonly drift: {
    readonly statuses: readonly StatusCoverage[];
    /** Of the query. */
    readonly parameters: readonly UnknownParameter[];
    readonly properties: readonly PropertyCoverage[];
  };
}

export interface StatusCoverage {
  /** As the document has it (`200`, `4XX`, `default`); as it came where the document has none. */
  readonly status: string;
  readonly calls: number;
}

export interface ParameterCoverage {
  readonly name: string;
  readonly in: ParameterLocation;
  readonly calls: number;
  /** Those of its `enum`, or of its items'; empty without one. */
  readonly values: readonly EnumValueCoverage[];
}

export interface EnumValueCoverage {
  readonly value: JsonValue;
  readonly calls: number;
}

export interface PropertyCoverage {
  /** `request`, or the status of the document's response. */
  readonly body: string;
  /** JSON pointer, `*` for an index and for any name: `/response/content/*\/title`. */
  readonly pattern: string;
  readonly calls: number;
}

export interface UnknownParameter {
  readonly name: string;
  /** The one of the operation that was probably meant. */
  readonly nearest: string | undefined;
  readonly calls: number;
}

export interface UnknownCalls {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  readonly calls: number;
}
