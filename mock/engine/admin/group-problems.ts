import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { describeIgnored } from '../../../openapi/operations/judge/judge-request.ts';
import { quote } from '../failures/quote.ts';
import type { JournalEntry } from '../journal.ts';

/** A mistake that clients make, and in how many requests. */
export interface RequestMistake {
  /** Of a problem; `unknown-parameter` for what the operation ignores. */
  readonly code: string;
  /** undefined: the document has no such operation. */
  readonly operationId: string | undefined;
  /** One sentence, with the right word where there is one. */
  readonly message: string;
  readonly requests: number;
  /** The first of them. */
  readonly first: Pick<JournalEntry, 'number' | 'method' | 'target'>;
}

interface Sighting extends Pick<RequestMistake, 'code' | 'message'> {
  /** Alike for the same mistake. */
  readonly kind: string;
}

/** What is wrong with requests, each mistake once, in the order in which they were first made. */
export function groupProblems(entries: readonly JournalEntry[], model: ApiModel): readonly RequestMistake[] {
  const mistakes = new Map<string, RequestMistake>();
  for (const entry of entries) {
    const { number, method, target, operationId } = entry;
    const seen = new Map(sightingsIn(entry, model).map((sighting) => [sighting.kind, sighting]));
    for (const { kind, code, message } of seen.values()) {
      const key = `${operationId} ${kind}`;
      const known = mistakes.get(key) ?? {
        code,
        operationId,
        message,
        requests: 0,
        first: { number, method, target },
      };
      mistakes.set(key, { ...known, requests: known.requests + 1 });
    }
  }
  return [...mistakes.values()];
}

function sightingsIn(
  { problems, ignored, operationId, method }: JournalEntry,
  model: ApiModel,
): readonly Sighting[] {
  const operation = model.operations.find((one) => one.operationId === operationId);
  const ofProblems = problems.map(({ where, name, code, message, allowed, value }) => {
    // Of many ids below one wrong path, and of many items with one wrong member, each would be a mistake of its own.
    const what = name === '' ? (allowed ?? value) : name.replaceAll(/\/\d+(?=\/|$)/g, '/*');
    return { code, message, kind: JSON.stringify([code, where, what, name === '' ? method : '']) };
  });
  const ofIgnored = ignored.map((one) => ({
    code: 'unknown-parameter',
    message: operation === undefined ? `${one.name} is ignored.` : describeIgnored(one, operation),
    kind: JSON.stringify(['unknown-parameter', one.name]),
  }));
  return [...ofProblems, ...ofIgnored];
}

const mostShown = 20;

/** Mistakes for people, a line each and the first request that makes it. */
export function renderMistakes(mistakes: readonly RequestMistake[]): string {
  const lines = mistakes.slice(0, mostShown).flatMap(({ code, operationId, message, requests, first }) => {
    const subject = operationId === undefined || code === 'unknown-parameter' ? '' : `${operationId}: `;
    const count = requests === 1 ? '1 request' : `${requests} requests`;
    return [`- ${subject}${message} (${count})`, `  ${first.method} ${quote(first.target)}`];
  });
  const more = mistakes.length - mostShown;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
}
