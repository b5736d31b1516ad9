import type { Operation } from '../../../openapi/model/api-model.ts';
import { type ContractCheck, needsKey } from './contract-check.ts';
import type { SentOutcome } from './judge-outcome.ts';
import { CannotGoOnError } from './paced-sender.ts';
import { adviseOn, type Symptom, type SymptomOptions, symptomOf } from './symptom.ts';

export interface PreflightOptions extends SymptomOptions {
  /** Whether the plan of the key is known. */
  readonly isPlanKnown: boolean;
  readonly checkOf: (candidate: Candidate) => ContractCheck;
  readonly send: (check: ContractCheck) => Promise<SentOutcome>;
}

/** A check that may be looked at; it is made when it is chosen. */
export interface Candidate {
  readonly operation: Operation;
  readonly kind: 'documented request' | 'missing key';
}

/**
 * Looks at one reply, and where something is wrong with the whole target in it, at a second one to be sure. Throws
 * CannotGoOnError where both have it: no judgement of single replies would be worth anything. Comes back with what was
 * sent, so that no request goes out twice.
 */
export async function preflight(
  candidates: readonly Candidate[],
  options: PreflightOptions,
): Promise<ReadonlyMap<ContractCheck, SentOutcome>> {
  const outcomes = new Map<ContractCheck, SentOutcome>();
  const symptoms: Symptom[] = [];
  for (let next = chooseFirst(candidates, options); next !== undefined; ) {
    const check = options.checkOf(next);
    const sent = await options.send(check);
    outcomes.set(check, sent);
    const symptom = symptomOf(check, sent.outcome, options);
    if (symptom === undefined) return outcomes;
    symptoms.push(symptom);
    next = symptoms.length === 1 ? chooseSecond(candidates, symptom, options) : undefined;
  }
  const [first] = symptoms;
  if (first === undefined || (symptoms.length === 1 && isUnsure(first, options))) return outcomes;
  const { reason, advice } = adviseOn(first, options);
  throw new CannotGoOnError(reason, advice);
}

/** Behind a path parameter there may be nothing, and a 403 on what a known plan has is broken: one of these is too few. */
function isUnsure({ kind, check, reply }: Symptom, { isPlanKnown }: PreflightOptions): boolean {
  if (kind === 'unknown path') return hasPathParameter(check);
  return kind === 'refused key' && reply.status === 403 && isPlanKnown;
}

function chooseFirst(checks: readonly Candidate[], { mayPlanLack }: PreflightOptions): Candidate | undefined {
  return byPreference(checks, (check) => !needsKey(check.operation) || mayPlanLack(check))[0];
}

/**
 * Another operation that may show the same: for a refused key one that takes it, too; for a path that is not there
 * preferably one without a key, else preferably one of the same kind, on another path.
 */
function chooseSecond(
  checks: readonly Candidate[],
  { kind, check: { operation: first } }: Symptom,
  { mayPlanLack }: PreflightOptions,
): Candidate | undefined {
  const others = checks.filter(({ operation }) => operation !== first);
  if (kind === 'refused key') {
    const keyed = others.filter((check) => check.kind === 'documented request' && needsKey(check.operation));
    return byPreference(keyed, mayPlanLack)[0];
  }
  const elsewhere = others.filter(({ operation }) => operation.path !== first.path);
  const wantsKey = kind !== 'unknown path' && needsKey(first);
  return byPreference(elsewhere, ({ operation }) => needsKey(operation) !== wantsKey)[0];
}

/** Documented requests for a 2xx; without a key also requests that must be refused. The surest and the safest first. */
function byPreference(
  checks: readonly Candidate[],
  isLater: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const rank = (check: Candidate) =>
    Number(check.kind !== 'documented request') * 8 +
    Number(!['get', 'head'].includes(check.operation.method)) * 4 +
    Number(hasPathParameter(check)) * 2 +
    Number(isLater(check));
  return checks
    .filter(({ kind, operation }) =>
      kind === 'documented request'
        ? operation.responses.some(({ status }) => /^(2|default)/i.test(status))
        : kind === 'missing key',
    )
    .toSorted((a, b) => rank(a) - rank(b));
}

function hasPathParameter({ operation }: Pick<ContractCheck, 'operation'>): boolean {
  return operation.path.includes('{');
}
