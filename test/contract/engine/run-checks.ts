import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import { judgeReply } from '../../../openapi/operations/judge/judge-reply.ts';
import { documentedRequest } from '../../../openapi/operations/requests/documented-request.ts';
import { problemsOfValues } from '../../../openapi/operations/requests/problems-of-values.ts';
import { serverUrlOf } from '../../../openapi/operations/requests/server-url-of.ts';
import { basicCredentials } from '../../../openapi/operations/wire/encode-request.ts';
import type { Baseline } from './baseline.ts';
import { createCallBudget } from './call-budget.ts';
import { type ContractCheck, needsKey, spendsQuota } from './contract-check.ts';
import type { ContractDialect } from './contract-dialect.ts';
import {
  type CheckResult,
  type ContractCost,
  type ContractReport,
  countOutcomes,
  verdictOf,
} from './contract-report.ts';
import { exceedLimit } from './exceed-limit.ts';
import { refusalOfKey } from './expectation.ts';
import { type ContractGateway, refusalsOf } from './gateway-refusals.ts';
import { hasMadeUpPath } from './given-values.ts';
import { maskSecrets } from './hide-secrets.ts';
import type { JudgeMeaning } from './judge-meaning.ts';
import type { MakeCheckOptions, SentOutcome } from './judge-outcome.ts';
import { CannotGoOnError, type Clock, createPacedSender } from './paced-sender.ts';
import { type Candidate, preflight } from './preflight.ts';
import { runStages } from './run-stages.ts';
import { createRunTally } from './run-tally.ts';
import type { SecondJudge } from './second-opinion.ts';
import type { SkipReason } from './skip-reason.ts';
import { keyCheck } from './stages/key-checks.ts';
import { limitCheckOf } from './stages/limits-stage.ts';
import { type Credentials, requestTo, type Stage, type StageContext } from './stages/stage.ts';

/** What a listener hears while the checks run. */
export type ContractProgress =
  /** Before the first call. */
  | {
      readonly kind: 'planned';
      readonly operations: number;
      readonly checks: number;
      readonly cost: ContractCost;
    }
  /** Before each stage: at most how many checks it has, and how many calls of them a plan counts. */
  | { readonly kind: 'stage'; readonly title: string; readonly checks: number; readonly countedCalls: number }
  /** Once, after the first call that a plan counts. */
  | { readonly kind: 'cost'; readonly cost: ContractCost }
  | { readonly kind: 'checked'; readonly check: CheckResult }
  | { readonly kind: 'waiting'; readonly milliseconds: number; readonly reason: string };

export interface RunChecksOptions {
  readonly model: ApiModel;
  readonly documentFile: string;
  readonly stages: readonly Stage[];
  /** The operations to check, of the model. */
  readonly operations: readonly Operation[];
  /** Where the paths of the document begin, without a slash at its end. */
  readonly serverUrl: string;
  readonly credentials: Credentials;
  /** The plan of these credentials, where it is known. */
  readonly plan: UsagePlan | undefined;
  readonly credentialsByPlan: ReadonlyMap<string, Credentials>;
  readonly dialect: ContractDialect;
  readonly gateway: ContractGateway;
  readonly secondJudge: SecondJudge;
  readonly judgeMeaning: JudgeMeaning;
  readonly baseline: Baseline | undefined;
  /** Whether limits are exceeded on purpose. */
  readonly limits: boolean;
  readonly fetch: typeof globalThis.fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly callsPerSecond: number | undefined;
  readonly freeCallsPerSecond: number | undefined;
  readonly maxCalls: number | undefined;
  readonly maxTimeMs: number | undefined;
  /** Everything is asked, whatever it costs. */
  readonly asksAll: boolean;
  readonly timeoutMs: number;
  readonly maximumRetries: number;
  readonly maximumWaitMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  /** The target is a mock of this kit: nobody's quota and nobody's data are at stake. */
  readonly isOwnMock: boolean;
  readonly mayWrite: boolean;
  readonly isDryRun: boolean;
  readonly allowSkipped: boolean;
  readonly isStrict: boolean;
  readonly reasonToSkip: (check: Pick<ContractCheck, 'operation' | 'stage'>) => SkipReason | undefined;
  readonly notes: readonly string[];
  readonly onProgress: (progress: ContractProgress) => void;
}

/** Checks stage by stage and always comes back with a report: an incomplete one where it could not go on. */
export async function runChecks(options: RunChecksOptions): Promise<ContractReport> {
  const { clock, onProgress, model, operations, stages } = options;
  const startedAt = clock.now();
  const context = contextOf(options);
  const secrets = secretsOf(options);
  const tally = createRunTally(operations);
  const notes = [...options.notes];
  const sender = createPacedSender({
    ...options,
    onWait: (milliseconds, reason) => onProgress({ kind: 'waiting', milliseconds, reason }),
  });
  const sizes = operations.map((operation) => sizeOf(operation, options, context));
  const budget = createCallBudget({
    ...options,
    isWhole: options.asksAll,
    countedCalls: sizes.reduce((sum, { counted }) => sum + counted, 0),
    hasQuotas: model.plans?.plans.some(({ limits }) => limits.quota !== undefined) === true,
    now: clock.now,
    onCost: (cost) => onProgress({ kind: 'cost', cost }),
  });

  async function sendCounted(check: ContractCheck): Promise<SentOutcome> {
    const sentAt = clock.now();
    const outcome = await sender.send(check.request, { isFree: !spendsQuota(check) });
    const receivedAt = clock.now();
    if (spendsQuota(check)) {
      budget.learn(outcome);
      budget.refuseIfTooDear();
    }
    return { outcome, sentAt, receivedAt };
  }

  async function run(): Promise<undefined> {
    if (operations.length === 0) {
      const advice = 'Give a document that has paths with methods.';
      throw new CannotGoOnError('The document has no operation, so there is nothing to check.', advice);
    }
    const checks = sizes.reduce((sum, { all }) => sum + all, 0);
    onProgress({ kind: 'planned', operations: operations.length, checks, cost: budget.cost });
    budget.refuseIfTooDear();
    const sent = await lookFirst(options, context, sendCounted);
    const judging = {
      ...options,
      secrets,
      judges: {
        first: judgeReply,
        second: options.secondJudge,
        dialect: options.dialect,
        isOfGateway: context.refusals.isOfGateway,
        serverUrlOf: context.serverUrlOf,
      },
    };
    await runStages({
      ...judging,
      context,
      budget,
      tally,
      stages,
      send: async (check) => sent.get(check) ?? sendCounted(check),
      wasSent: (check) => sent.has(check),
      isOutOfTime: () => clock.now() - startedAt > (options.maxTimeMs ?? Number.POSITIVE_INFINITY),
      note: (text) => notes.push(text),
    });
    if (options.limits) await runLimits(judging);
  }

  async function runLimits(judging: MakeCheckOptions): Promise<void> {
    const limit = limitCheckOf(operations, context);
    if (limit === undefined) {
      notes.push('No limit was exceeded: no plan is known whose request speed a few calls at once exceed.');
      return;
    }
    const { calls } = limit;
    onProgress({ kind: 'stage', title: limit.check.name, checks: 1, countedCalls: calls });
    const result = await exceedLimit(
      limit,
      async () => {
        const sentAt = clock.now();
        const outcome = await sender.sendNow(limit.check.request);
        return { outcome, sentAt, receivedAt: clock.now() };
      },
      judging,
    );
    tally.add(result);
    onProgress({ kind: 'checked', check: result });
  }

  const stopped = options.isDryRun
    ? planOnly(options, context, tally)
    : await run().catch((error: unknown) => {
        if (!(error instanceof CannotGoOnError)) throw error;
        return { reason: maskSecrets(error.message, secrets), advice: maskSecrets(error.advice, secrets) };
      });
  const gone = stopped === undefined && !options.isDryRun ? (options.baseline?.missing() ?? []) : [];
  notes.push(...gone.map((name) => `Of the baseline this did not come again: ${name}.`));
  const reports = tally.reports();
  const { allowSkipped, isStrict } = options;
  return {
    document: {
      title: model.info.title,
      version: model.info.version,
      file: options.documentFile,
      faults: model.warnings,
    },
    target: options.serverUrl,
    verdict: verdictOf(reports, { isStopped: stopped !== undefined, allowSkipped, isStrict }),
    isStrict,
    stopped,
    isDryRun: options.isDryRun,
    operations: reports,
    secondOpinion: options.secondJudge.opinion,
    notes,
    counts: countOutcomes(reports, sender.calls),
    cost: budget.cost,
    durationMs: clock.now() - startedAt,
  };
}

function contextOf(options: RunChecksOptions): StageContext {
  const { serverUrl, model, gateway, asksAll, isOwnMock } = options;
  const documented = new WeakMap<Operation, ContractCheck>();
  const missingKeys = new WeakMap<Operation, ContractCheck>();
  const refusals = refusalsOf(gateway);
  const once =
    (known: WeakMap<Operation, ContractCheck>, make: (operation: Operation) => ContractCheck) =>
    (operation: Operation) => {
      const check = known.get(operation) ?? make(operation);
      known.set(operation, check);
      return check;
    };
  const ofOperation = {
    serverUrlOf: (one: Operation) => serverUrlOf(one, serverUrl, model.basePath),
    credentials: options.credentials,
  };
  return {
    ...options,
    ...ofOperation,
    refusals,
    isWhole: asksAll || isOwnMock,
    documentedCheck: once(documented, (operation) => ({
      operation,
      stage: 'documented',
      kind: 'documented request',
      name: 'the request that the document shows',
      request: requestTo(ofOperation, documentedRequest(operation)),
      want: { kind: 'success', mayLeadNowhere: hasMadeUpPath(operation) },
      ownProblem: () => problemsOfValues(documentedRequest(operation), model)[0]?.message,
      location: operation.source,
    })),
    missingKeyCheck: once(missingKeys, (operation) =>
      keyCheck(
        operation,
        'missing key',
        'no key',
        new Map(),
        refusalOfKey(operation, refusals.key),
        ofOperation,
      ),
    ),
  };
}

/** At most how many checks an operation has, and how many of them a plan counts, as far as nothing speaks against them. */
function sizeOf(operation: Operation, { stages, reasonToSkip }: RunChecksOptions, context: StageContext) {
  let [all, counted] = [0, 0];
  for (const stage of stages) {
    const size = stage.size(operation, context);
    all += size;
    const isSent = reasonToSkip({ operation, stage: stage.name }) === undefined;
    if (isSent && stage.name !== 'free' && needsKey(operation)) counted += size;
  }
  return { all, counted };
}

/** A dry run: what would be asked is never come to. */
function planOnly(
  { operations, stages, isDryRun, reasonToSkip }: RunChecksOptions,
  context: StageContext,
  tally: ReturnType<typeof createRunTally>,
): undefined {
  for (const operation of operations)
    for (const stage of stages) {
      const isSkipped = isDryRun && reasonToSkip({ operation, stage: stage.name }) !== undefined;
      const size = stage.size(operation, context);
      if (isSkipped) tally.leaveOut(operation, stage.name, size);
      else tally.miss(operation, size);
    }
}

/** Looks at the target as a whole, before anything of it is judged. */
function lookFirst(
  options: RunChecksOptions,
  context: StageContext,
  send: (check: ContractCheck) => Promise<SentOutcome>,
): Promise<ReadonlyMap<ContractCheck, SentOutcome>> {
  const candidates = options.operations.flatMap((operation): readonly Candidate[] => [
    ...(options.reasonToSkip({ operation, stage: 'documented' }) === undefined
      ? [{ operation, kind: 'documented request' } as const]
      : []),
    ...(needsKey(operation) && options.reasonToSkip({ operation, stage: 'free' }) === undefined
      ? [{ operation, kind: 'missing key' } as const]
      : []),
  ]);
  const plans = options.model.plans?.plans ?? [];
  return preflight(candidates, {
    ...options,
    basePath: options.model.basePath,
    serverUrlOf: context.serverUrlOf,
    isPlanKnown: options.plan !== undefined,
    mayPlanLack: ({ operation }) => plans.some((one) => one.closedOperationIds.has(operation.operationId)),
    checkOf: ({ operation, kind }) =>
      kind === 'missing key' ? context.missingKeyCheck(operation) : context.documentedCheck(operation),
    send,
  });
}

/** A key as it is, and as basic authentication sends it (RFC 7617). */
function secretsOf({ credentials, credentialsByPlan, headers }: RunChecksOptions): readonly string[] {
  const keys = [credentials, ...credentialsByPlan.values()].flatMap((one) => [...one.values()]);
  const given = Object.entries(headers).flatMap(([name, value]) => (isSecretName(name) ? [value] : []));
  return [...keys.flatMap((key) => [key, basicCredentials(key)]), ...given];
}

/** Headers whose value nobody should read. */
function isSecretName(name: string): boolean {
  return /auth|key|token|secret|cookie|session/i.test(name);
}
