import type { JsonValue } from '../../model/api-model.ts';

/** One thing that is wrong with a request, told to whoever sent it. */
export interface RequestProblem {
  readonly where: 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** The parameter's name; for a body the JSON pointer of the value in it, '' for the body as a whole. */
  readonly name: string;
  readonly code: RequestProblemCode;
  /** One sentence that says what is allowed. */
  readonly message: string;
  /** What was sent, where something was. */
  readonly value?: JsonValue;
  /** What is allowed, in words that follow "must be". */
  readonly allowed?: string;
}

/** Stable words for what is wrong, for programs. */
export type RequestProblemCode =
  | 'missing'
  | 'repeated'
  | 'undecodable'
  | 'not-json'
  | 'not-xml'
  | 'too-deep'
  | 'wrong-type'
  | 'not-allowed'
  | 'too-small'
  | 'too-large'
  | 'too-short'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'not-unique'
  | 'wrong-pattern'
  | 'wrong-format'
  | 'wrong-step'
  | 'unknown-property'
  | 'wrong-order'
  | 'needs-another'
  | 'wrong-media-type'
  | 'invalid';
