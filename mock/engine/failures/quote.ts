import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import type { RequestProblem } from '../../../openapi/operations/judge/request-problem.ts';

/** A reply quotes at most so many characters of one thing that was sent, and lists so many problems. */
const longestQuote = 200;
const longestMessage = 2_000;
const mostProblems = 100;

/** The beginning of a text that a client sent, for a reply: never half of a surrogate pair. */
export function quote(text: string, longest = longestQuote): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What was sent, if it is short; else the beginning of its text. */
function quoteValue(value: JsonValue): JsonValue {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object' || value === null) return value;
  const text = jsonText(value);
  return text.length <= longestQuote ? value : quote(text);
}

/** Problems as a reply shows them: the first hundred, with what was sent cut where it is long. */
export function quoteProblems<Problem extends Pick<RequestProblem, 'name' | 'message' | 'value'>>(
  problems: readonly Problem[],
): readonly Problem[] {
  return problems.slice(0, mostProblems).map((problem) => ({
    ...problem,
    name: quote(problem.name),
    message: quote(problem.message, longestMessage),
    ...(problem.value === undefined ? {} : { value: quoteValue(problem.value) }),
  }));
}
