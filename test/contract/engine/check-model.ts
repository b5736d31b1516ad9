import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import type { UsagePlan } from '../../../openapi/model/usage-plans.ts';
import { choosePace, choosePlan, findPlan, refuseToSpendQuota } from './choose-plan.ts';
import type { ContractDialect } from './contract-dialect.ts';
import type { ContractReport } from './contract-report.ts';
import { keyVariable } from './curl-line.ts';
import { CannotGoOnError, type Clock, systemClock } from './paced-sender.ts';
import { type Credentials, needsKey } from './plan-checks.ts';
import type { PlannedCheck } from './planned-check.ts';
import { type ContractProgress, runChecks } from './run-checks.ts';
import { loadSecondJudge, noSecondJudge } from './second-opinion.ts';
import { isLocal, serverUrlFor } from './target-url.ts';

export interface CheckModelOptions {
  /** Where the API runs: with a path of its own, or a bare origin that gets the document's base path. */
  readonly target: URL;
  /** Sent for every security scheme of the document. */
  readonly key?: string | undefined;
  /** Id of the key's usage plan: sets the pace, and what must be refused. Found out for a plan's demo key. */
  readonly plan?: string | undefined;
  /** A key of each of these plans, by plan id; takes the place of `key`. `plan` chooses the one that is checked with. */
  readonly keysByPlan?: ReadonlyMap<string, string> | undefined;
  /** Only these operationIds. */
  readonly only?: readonly string[] | undefined;
  /** Also send POST, PUT, PATCH and DELETE. Default: only to a target on this machine, for they change data. */
  readonly includeUnsafe?: boolean | undefined;
  /** Default: the plan's rate; unknown plan: the smallest plan's, or 10; on this machine: no limit. */
  readonly callsPerSecond?: number | undefined;
  /** For one exchange. Default 10,000. */
  readonly timeoutMs?: number | undefined;
  /** Whether Prism judges too. Default true. */
  readonly secondOpinion?: boolean | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  readonly clock?: Clock | undefined;
  readonly onProgress?: ((progress: ContractProgress) => void) | undefined;
}

/** Checks that the target keeps what a document promises. Throws only for our own mistakes: what goes wrong is reported. */
export async function checkModel(
  model: ApiModel,
  documentFile: string,
  dialect: ContractDialect,
  options: CheckModelOptions,
): Promise<ContractReport> {
  const operations = chooseOperations(model, options.only);
  const { plan, key, credentialsByPlan } = chooseKey(model, options);
  const local = isLocal(options.target);
  const includeUnsafe = options.includeUnsafe ?? local;
  const reasonToSkip = (check: PlannedCheck) => reasonWhyNot(check, { includeUnsafe, key, plan });
  return runChecks({
    model,
    documentFile,
    operations,
    dialect,
    serverUrl: serverUrlFor(options.target, model),
    credentials: credentialsFor(model, key),
    credentialsByPlan,
    secondJudge: options.secondOpinion === false ? noSecondJudge : await loadSecondJudge(model),
    fetch: options.fetch ?? globalThis.fetch,
    callsPerSecond: options.callsPerSecond ?? choosePace(model, plan, local),
    timeoutMs: options.timeoutMs ?? 10_000,
    maximumRetries: 3,
    maximumWaitMs: 60_000,
    clock: options.clock ?? systemClock,
    reasonToSkip,
    beforeFirstCall(checks) {
      const keyed = checks.filter((check) => spendsQuota(check) && reasonToSkip(check) === undefined);
      refuseToSpendQuota(plan, keyed.length);
    },
    notes: model.warnings.map(
      ({ message, location }) => `The document: ${message} (${location.file}#${location.pointer})`,
    ),
    onProgress: options.onProgress ?? (() => {}),
  });
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

interface ChosenKey {
  readonly plan: UsagePlan | undefined;
  readonly key: string | undefined;
  readonly credentialsByPlan: ReadonlyMap<string, Credentials>;
}

function chooseKey(model: ApiModel, options: CheckModelOptions): ChosenKey {
  const keys = new Map(options.keysByPlan);
  if (keys.size === 0) {
    const plan = findPlan(model, options.plan, options.key);
    if (plan !== undefined && options.key !== undefined) keys.set(plan.id, options.key);
    return { plan, key: options.key, credentialsByPlan: credentialsOf(keys) };
  }
  const plan =
    options.plan === undefined ? choosePlan(model, keys.keys()) : findPlan(model, options.plan, undefined);
  return { plan, key: plan && keys.get(plan.id), credentialsByPlan: credentialsOf(keys) };

  function credentialsOf(byPlan: ReadonlyMap<string, string>): ReadonlyMap<string, Credentials> {
    return new Map([...byPlan].map(([id, key]) => [id, credentialsFor(model, key)]));
  }
}

function credentialsFor(model: ApiModel, key: string | undefined): Credentials {
  return new Map(key === undefined ? [] : [...model.securitySchemes.keys()].map((id) => [id, key]));
}

const safeMethods = new Set(['get', 'head', 'options', 'trace']);

function reasonWhyNot(
  check: PlannedCheck,
  { includeUnsafe, key, plan }: { includeUnsafe: boolean } & Pick<ChosenKey, 'key' | 'plan'>,
): string | undefined {
  const { operation, kind } = check;
  if (!includeUnsafe && !safeMethods.has(operation.method)) {
    return `${operation.method.toUpperCase()} changes data of a target that is not on this machine; ask for it with --unsafe`;
  }
  if (kind !== 'documented request' && kind !== 'broken rule') return undefined;
  if (!needsKey(operation)) return undefined;
  if (key === undefined) return `it needs a key: put one into the environment variable ${keyVariable}`;
  if (plan?.closedOperationIds.has(operation.operationId)) return `the plan ${plan.displayName} lacks it`;
  return undefined;
}

/** Keys that are missing, unknown or of another plan are refused before anything is counted. */
function spendsQuota({ operation, kind }: PlannedCheck): boolean {
  return needsKey(operation) && (kind === 'documented request' || kind === 'broken rule');
}
