import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import type { Baseline } from './baseline.ts';
import { chooseKey, credentialsFor } from './choose-key.ts';
import { choosePace, politeCallsPerSecond } from './choose-plan.ts';
import { isClosed } from './contract-check.ts';
import type { ContractDialect } from './contract-dialect.ts';
import type { ContractReport } from './contract-report.ts';
import type { ContractGateway } from './gateway-refusals.ts';
import { type ValuesByOperation, withValues } from './given-values.ts';
import { createJudgeOfMeaning } from './judge-meaning.ts';
import { recogniseMock } from './own-mock.ts';
import { CannotGoOnError, type Clock, systemClock } from './paced-sender.ts';
import { type ContractProgress, runChecks } from './run-checks.ts';
import { loadSecondJudge, noSecondJudge } from './second-opinion.ts';
import { reasonToSkip } from './skip-reason.ts';
import { allStages } from './stages/all-stages.ts';
import { isLocal, isNear, serverUrlFor } from './target-url.ts';

export interface CheckTargetOptions {
  /** Where the API runs: with a path of its own, or a bare origin that gets the document's base path. */
  readonly target: URL;
  /** Sent for every security scheme of the document; an empty one counts as none. */
  readonly key?: string | undefined;
  /** Id of the key's usage plan: sets the pace, and what must be refused. Found out for a plan's demo key. */
  readonly plan?: string | undefined;
  /** A key of each of these plans, by plan id; takes the place of `key`. `plan` chooses the one that is checked with. */
  readonly keysByPlan?: ReadonlyMap<string, string> | undefined;
  /** Only these operationIds. */
  readonly only?: readonly string[] | undefined;
  /** A key of each security scheme, by its id; a scheme without one gets `key`. */
  readonly keysByScheme?: ReadonlyMap<string, string> | undefined;
  /** Real ids, parameters and bodies, by operationId: they take the place of the document's examples. */
  readonly values?: ValuesByOperation | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whose refusals the target sends. Default: those that the document has. */
  readonly gateway?: ContractGateway | undefined;
  /** Also send POST, PUT, PATCH and DELETE. Default: only to a mock of this kit, for they change data. */
  readonly includeUnsafe?: boolean | undefined;
  /** Default: the plan's rate; unknown plan: the smallest plan's, or 10; on this machine: no limit. */
  readonly callsPerSecond?: number | undefined;
  /**
   * Whether the contract may hold though checks were skipped: requests that change data, a 403 that only a plan nobody
   * named can explain, requests that can't be sent. Never covers a missing key, nor a run in which nothing was checked.
   */
  readonly allowSkipped?: boolean | undefined;
  /**
   * At most so many calls that a plan counts, the most valuable first; what that leaves out is not asked. Default: 60
   * where there is a quota. A fifth of a quota stays untouched all the same.
   */
  readonly maxCalls?: number | undefined;
  /** Ask everything, whatever it costs; a mock of this kit is asked everything anyway. */
  readonly asksAll?: boolean | undefined;
  /** Also exceed the limits of the key's plan, to see whether they are kept. */
  readonly limits?: boolean | undefined;
  /** After so many milliseconds nothing more is asked. */
  readonly maxTimeMs?: number | undefined;
  /** Findings of an earlier run, which break nothing: `readBaseline` makes it of that run's report. */
  readonly baseline?: Baseline | undefined;
  /** What is only doubtful breaks the contract, too: assumptions and suspicions. */
  readonly isStrict?: boolean | undefined;
  /** Send nothing: the report says what would be sent, and what it would cost. */
  readonly dryRun?: boolean | undefined;
  /** Stops the run; what was found until then is reported. */
  readonly signal?: AbortSignal | undefined;
  /** The target is a mock that was started for this check: nobody's quota is at stake. */
  readonly isStartedMock?: boolean | undefined;
  /** For one exchange. Default 10,000. */
  readonly timeoutMs?: number | undefined;
  /** Whether Prism judges too, which takes as long again. Default false. */
  readonly secondOpinion?: boolean | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly clock?: Clock | undefined;
  readonly onProgress?: ((progress: ContractProgress) => void) | undefined;
}

/** Checks that the target keeps what a document promises. Throws only for our own mistakes: what goes wrong is reported. */
export async function checkTarget(
  given: ApiModel,
  documentFile: string,
  dialect: ContractDialect,
  options: CheckTargetOptions,
): Promise<ContractReport> {
  const { target, clock = systemClock, fetch = globalThis.fetch, timeoutMs = 10_000, headers = {} } = options;
  const { values, dryRun: isDryRun = false } = options;
  const model = values === undefined ? given : withValues(given, values);
  const operations = chooseOperations(model, options.only);
  const { plan, key, credentialsByPlan, notes } = chooseKey(model, options);
  const local = isLocal(target);
  const isOwnMock =
    options.isStartedMock === true ||
    (!isDryRun && isNear(target) && (await recogniseMock(target, { fetch, timeoutMs, headers })));
  const mayWrite = options.includeUnsafe ?? isOwnMock;
  const serverUrl = serverUrlFor(target, model);
  const credentials = credentialsFor(model, key, options.keysByScheme);
  return runChecks({
    model,
    documentFile,
    stages: allStages,
    operations,
    dialect,
    gateway: options.gateway ?? 'documented',
    serverUrl,
    credentials,
    plan,
    credentialsByPlan,
    secondJudge:
      options.secondOpinion === true && !isDryRun ? await loadSecondJudge(model, operations) : noSecondJudge,
    judgeMeaning: createJudgeOfMeaning(model, { serverUrl, plan, relations: dialect.relations }),
    fetch,
    headers,
    callsPerSecond: options.callsPerSecond ?? choosePace(model, plan, local),
    freeCallsPerSecond: options.callsPerSecond ?? (local ? undefined : politeCallsPerSecond),
    maxCalls: options.maxCalls,
    maxTimeMs: options.maxTimeMs,
    asksAll: options.asksAll ?? false,
    timeoutMs,
    maximumRetries: 3,
    maximumWaitMs: 60_000,
    clock,
    signal: options.signal,
    isOwnMock,
    mayWrite,
    isDryRun,
    allowSkipped: options.allowSkipped ?? false,
    isStrict: options.isStrict ?? false,
    baseline: options.baseline,
    limits: options.limits ?? false,
    reasonToSkip: (check) => reasonToSkip(check, { includeUnsafe: mayWrite, hasKey: credentials.size > 0 }),
    notes: [...notes, ...notesOnPlan(operations, plan)],
    onProgress: options.onProgress ?? (() => {}),
  });
}

/** What these operations answer to a key of a plan that has them is no part of this run. */
function notesOnPlan(operations: readonly Operation[], plan: UsagePlan | undefined): readonly string[] {
  const closed = operations.filter((operation) => isClosed(operation, plan)).map((one) => one.operationId);
  if (closed.length === 0) return [];
  return [`The plan ${plan?.displayName} lacks ${closed.join(', ')}: of these only the refusal is checked.`];
}

function chooseOperations(model: ApiModel, only: readonly string[] | undefined): readonly Operation[] {
  if (only === undefined) return model.operations;
  const unknown = only.find((id) => model.operations.every((one) => one.operationId !== id));
  if (unknown === undefined) return model.operations.filter((one) => only.includes(one.operationId));
  throw new CannotGoOnError(
    `The document has no operation '${unknown}'.`,
    `Its operations are ${model.operations.map((one) => one.operationId).join(', ')}.`,
  );
}
