import type { Operation } from '../../../openapi/model/api-model.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import { type CallBudget, tooDear } from './call-budget.ts';
import { type ContractCheck, needsKey, spendsQuota } from './contract-check.ts';
import type { CheckResult } from './contract-report.ts';
import { isDocumented, isSuccess } from './expectation.ts';
import { hasMadeUpPath, withGivenValues } from './given-values.ts';
import { judgeOutcome, type MakeCheckOptions, type SentOutcome, skippedResult } from './judge-outcome.ts';
import { linkedValues } from './linked-values.ts';
import { ownerOf } from './owner-of.ts';
import type { ContractProgress } from './run-checks.ts';
import type { RunTally } from './run-tally.ts';
import type { SkipReason } from './skip-reason.ts';
import type { CheckPlan, Stage, StageContext } from './stages/stage.ts';

export interface RunStagesOptions extends MakeCheckOptions {
  readonly stages: readonly Stage[];
  readonly operations: readonly Operation[];
  readonly context: StageContext;
  readonly budget: CallBudget;
  readonly tally: RunTally;
  readonly send: (check: ContractCheck) => Promise<SentOutcome>;
  /** Whether the answer is there already, so that nothing is sent again. */
  readonly wasSent: (check: ContractCheck) => boolean;
  readonly reasonToSkip: (check: Pick<ContractCheck, 'operation' | 'stage'>) => SkipReason | undefined;
  /** Whether the time for the run is over. */
  readonly isOutOfTime: () => boolean;
  readonly note: (text: string) => void;
  readonly onProgress: (progress: ContractProgress) => void;
}

/** The checks of one operation in one stage. */
interface Turn {
  readonly operation: Operation;
  plan: CheckPlan | undefined;
  reply: ReceivedReply | undefined;
  made: number;
}

/**
 * Asks stage after stage, and of each stage one operation after the other; where calls are few, one check of each in turn. What the budget
 * does not have is left out. Throws CannotGoOnError; what was never come to is in the tally then.
 */
export async function runStages(options: RunStagesOptions): Promise<void> {
  const { stages, tally, context } = options;
  const run = createRun(options);
  for (const [index, stage] of stages.entries()) {
    try {
      await run(stage);
    } catch (error) {
      for (const later of stages.slice(index + 1))
        for (const operation of options.operations) tally.miss(operation, later.size(operation, context));
      throw error;
    }
  }
}

function createRun(options: RunStagesOptions): (stage: Stage) => Promise<void> {
  const { budget, context, tally, onProgress } = options;
  /** Operations with the ids that links have brought to light, by operationId. */
  const current = new Map(options.operations.map((operation) => [operation.operationId, operation]));
  /** Those whose documented request got no 2xx: what follows proves nothing. */
  const unanswered = new Set<string>();

  function turnsOf(stage: Stage): Turn[] {
    // An id may be brought to light by another operation before it is needed.
    const ordered = options.operations.toSorted(
      (a, b) => Number(hasMadeUpPath(a)) - Number(hasMadeUpPath(b)),
    );
    const isProof = stage.name !== 'free' && stage.name !== 'documented';
    return ordered.flatMap((operation) => {
      if (!isProof || !unanswered.has(operation.operationId))
        return [{ operation, plan: undefined, reply: undefined, made: 0 }];
      tally.leaveOut(operation, stage.name, stage.size(operation, context));
      return [];
    });
  }

  function add(result: CheckResult): void {
    tally.add(result);
    onProgress({ kind: 'checked', check: result });
  }

  function leaveOut({ operation, made }: Turn, stage: Stage): false {
    tally.leaveOut(operation, stage.name, Math.max(1, stage.size(operation, context) - made));
    return false;
  }

  /** Makes the next check; whether there may be one more. */
  async function advance(turn: Turn, stage: Stage, mayCount: () => boolean): Promise<boolean> {
    const operation = current.get(turn.operation.operationId) ?? turn.operation;
    turn.plan ??= stage.plan(operation, context);
    const { value: check } = turn.plan.next(turn.reply);
    if (check === undefined) return false;
    if (options.isOutOfTime()) return leaveOut(turn, stage);
    const reason = options.reasonToSkip(check);
    turn.reply = undefined;
    if (reason !== undefined) {
      if (check.kind === 'documented request') unanswered.add(operation.operationId);
      turn.made += 1;
      add(skippedResult(check, reason, options));
      return true;
    }
    const owner = ownerOf(check, context);
    if (owner !== undefined) {
      if (check.kind === 'documented request') {
        unanswered.add(operation.operationId);
        options.note(
          `${operation.operationId} was not asked: a request of it is one of ${owner.operationId}.`,
        );
      }
      turn.made += 1;
      tally.leaveOut(operation, stage.name, 1);
      return true;
    }
    if (spendsQuota(check) && !options.wasSent(check) && !mayCount()) {
      if (stage.name === 'documented') throw tooDear('one call of each operation', budget.left);
      return leaveOut(turn, stage);
    }
    const sent = await options.send(check);
    turn.made += 1;
    if (check.kind === 'documented request') learn(operation, sent);
    if (leadsNowhere(check, sent)) {
      tally.leaveOut(operation, stage.name, 1);
      if (stage.name === 'documented')
        options.note(
          `${operation.operationId}: nothing is behind the made-up ${check.request.url.slice(context.serverUrlOf(operation).length)} (404), so it was not asked further; --values gives real ones.`,
        );
      return true;
    }
    add(judgeOutcome(check, sent, options));
    if (sent.outcome.kind === 'reply') turn.reply = sent.outcome.reply;
    return true;
  }

  function learn(operation: Operation, { outcome }: SentOutcome): void {
    if (outcome.kind !== 'reply' || !isSuccess(operation, outcome.reply.status)) {
      unanswered.add(operation.operationId);
      return;
    }
    for (const [id, values] of linkedValues(operation, outcome.reply, context.model)) {
      const target = current.get(id);
      if (target !== undefined) current.set(id, withGivenValues(target, values));
    }
  }

  return async (stage) => {
    const sizes = options.operations.map((operation) => ({
      operation,
      size: stage.size(operation, context),
    }));
    const checks = sizes.reduce((sum, { size }) => sum + size, 0);
    const counted = sizes.reduce(
      (sum, { operation, size }) => sum + (stage.name !== 'free' && needsKey(operation) ? size : 0),
      0,
    );
    const isScarce = counted > budget.left * stage.share;
    const share = Math.floor(budget.left * stage.share);
    onProgress({
      kind: 'stage',
      title: stage.title,
      checks,
      countedCalls: isScarce ? Math.min(counted, share) : counted,
    });
    const before = budget.left;
    const mayCount = () => budget.left > 0 && (!isScarce || before - budget.left < share);
    let open = turnsOf(stage);
    try {
      while (open.length > 0) {
        const next: Turn[] = [];
        for (const turn of open) {
          let goesOn = await advance(turn, stage, mayCount);
          while (goesOn && !isScarce) goesOn = await advance(turn, stage, mayCount);
          if (goesOn) next.push(turn);
          else turn.plan = undefined; // with all its requests
        }
        open = next;
      }
    } catch (error) {
      for (const { operation, made } of open)
        tally.miss(operation, Math.max(0, stage.size(operation, context) - made));
      throw error;
    }
  };
}

/** An id that nobody gave may be nobody's. */
function leadsNowhere({ want, operation }: ContractCheck, { outcome }: SentOutcome): boolean {
  if (want.kind !== 'success' || !want.mayLeadNowhere || outcome.kind !== 'reply') return false;
  return outcome.reply.status === 404 && isDocumented(operation, 404);
}
