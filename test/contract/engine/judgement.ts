import type { Finding } from '../../../openapi/operations/judge/finding.ts';

/** What one look at a reply came to. */
export interface Judgement {
  readonly findings?: readonly Finding[];
  readonly notes?: readonly string[];
  /** Why a judge has no say; empty where each has one. */
  readonly unjudged?: readonly string[];
}

export function merge(...judgements: readonly Judgement[]): Required<Judgement> {
  return {
    findings: judgements.flatMap(({ findings = [] }) => findings),
    notes: judgements.flatMap(({ notes = [] }) => notes),
    unjudged: judgements.flatMap(({ unjudged = [] }) => unjudged),
  };
}

/** A judge that throws has no say on this one reply: that ends no run, and is no yes. */
export function attempt(judging: () => Judgement, withoutSay: (why: string) => Judgement): Judgement {
  try {
    return judging();
  } catch (error) {
    return withoutSay(error instanceof Error ? error.message : String(error));
  }
}

/** What nobody wrote down is told, and wrong with nothing. */
export function judgementOf(findings: readonly Finding[]): Judgement {
  return {
    findings: findings.filter(({ basis }) => basis !== 'undocumented'),
    notes: findings.flatMap(({ basis, message }) => (basis === 'undocumented' ? [message] : [])),
  };
}
