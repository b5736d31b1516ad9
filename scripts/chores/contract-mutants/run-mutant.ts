import type { CheckResult } from '../../../test/contract/engine/contract-report.ts';
import type { ApiMutant, Change, PassingReply } from './mutant.ts';
import { type Budget, budgetOptions, type MutantSubject } from './subject.ts';

/** `named`: the verdict is held, and something that is told as doubtful names the fault. */
type Fate = 'killed' | 'named' | 'survived';

export interface MutantRun {
  readonly mutant: ApiMutant;
  readonly budget: Budget;
  readonly fate: Fate;
  /** Whether any reply was changed: a fault that nobody meets can't be seen. */
  readonly wasMet: boolean;
  /** What gave it away. */
  readonly by: string | undefined;
}

/** Runs the contract's checks against one fault; with the first broken check its fate is known. */
export async function runMutant(
  subject: MutantSubject,
  mutant: ApiMutant,
  budget: Budget,
): Promise<MutantRun> {
  const stop = new AbortController();
  const doubts: CheckResult[] = [];
  let broken: CheckResult | undefined;
  let wasMet = false;
  const change = watched(mutant.create(), () => {
    wasMet = true;
  });
  const isAloneAsked = budget === 'everything' && mutant.operationId !== undefined;
  const report = await subject.check(change, {
    ...budgetOptions(budget, subject),
    ...(isAloneAsked && mutant.operationId !== undefined
      ? { only: operationsFor(subject, mutant.operationId) }
      : {}),
    signal: stop.signal,
    onProgress(progress) {
      if (progress.kind !== 'checked') return;
      const { check } = progress;
      if (check.outcome === 'doubtful') doubts.push(check);
      if (check.outcome !== 'broken') return;
      broken ??= check;
      stop.abort();
    },
  });
  const run = { mutant, budget, wasMet };
  if (report.verdict === 'broken') return { ...run, fate: 'killed', by: reasonOf(broken) };
  const doubt = doubts.find((check) => namesFault(check, mutant));
  if (doubt !== undefined) return { ...run, fate: 'named', by: reasonOf(doubt) };
  // A run that stops at once with a reason says that the API is wrong as a whole.
  if (report.stopped !== undefined && !stop.signal.aborted)
    return { ...run, fate: 'named', by: report.stopped.reason };
  return { ...run, fate: 'survived', by: undefined };
}

function watched(change: Change, onMet: () => void): Change {
  return async (request, api) => {
    let sound: PassingReply | undefined;
    const reply = await change(request, {
      ...api,
      async pass(passed) {
        sound = await api.pass(passed);
        if (passed !== request) onMet();
        return sound;
      },
    });
    if (reply !== sound) onMet();
    return reply;
  };
}

/** Some rules are of two operations: a list, and what takes its values. */
function operationsFor({ model }: MutantSubject, operationId: string): readonly string[] {
  const others = model.operations
    .filter(({ operationId: id }) => id === operationId)
    .flatMap(({ relations }) => relations.flatMap((one) => (one.kind === 'lists' ? [one.of] : [])));
  return [...new Set([operationId, ...others])];
}

function namesFault({ findings, name }: CheckResult, { about }: ApiMutant): boolean {
  const doubtful = findings.filter(({ basis }) => basis === 'assumption' || basis === 'suspicion');
  return doubtful.some((finding) => {
    const text = `${finding.code} ${finding.name} ${finding.message} ${name}`.toLowerCase();
    return about.some((word) => text.includes(word.toLowerCase()));
  });
}

function reasonOf(check: CheckResult | undefined): string | undefined {
  const [finding] = check?.findings ?? [];
  return finding === undefined ? undefined : `${finding.code} (${finding.basis}): ${finding.message}`;
}
