import type { ApiModel } from '../../openapi/model/api-model.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import type { GivenPlans } from '../../openapi/model/read/given-plans.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { type CheckTargetOptions, checkTarget } from './engine/check-target.ts';
import { plainDialect } from './engine/contract-dialect.ts';
import type { ContractReport } from './engine/contract-report.ts';
import {
  createRecordingJudge,
  type RecordingJudge,
  type RecordingJudgeOptions,
} from './engine/recordings/create-recording-judge.ts';
import { inokufuDialect, isInokufuDocument } from './inokufu/inokufu-dialect.ts';
import { recogniseOtherVersion } from './inokufu/other-version.ts';

export type { Basis, Finding } from '../../openapi/operations/judge/finding.ts';
export { type ApiCall, type JudgeOptions, judge } from '../../openapi/operations/judge/judge.ts';
export type { ContractReport } from './engine/contract-report.ts';
export { keyVariable } from './engine/hide-secrets.ts';
export { CannotGoOnError } from './engine/paced-sender.ts';
export { type ProxyOptions, type RunningProxy, startProxy } from './engine/proxy/start-proxy.ts';
export type { RecordingReport } from './engine/recordings/recording-report.ts';
export { renderRecordingReport } from './engine/recordings/render-recording-report.ts';
export { renderCost, renderLeft } from './engine/render-cost.ts';
export { renderContractReport } from './engine/render-report.ts';
export type { ContractProgress } from './engine/run-checks.ts';
export { serverUrlFor } from './engine/target-url.ts';

/** A target that somebody started for the check, and will stop. */
export interface StartedTarget {
  readonly url: URL;
  /** A key for every scheme, or one for each plan; a target that names none takes any. */
  readonly key?: string | undefined;
  readonly keysByPlan?: ReadonlyMap<string, string> | undefined;
  close(): Promise<void>;
}

export interface CheckContractOptions
  extends Omit<CheckTargetOptions, 'target' | 'keysByPlan' | 'isStartedMock'> {
  /** Path or address of an OpenAPI 3.0 or 3.1 document. Default: the one that ships with this package. */
  readonly document?: string | undefined;
  /** Usage plans in the place of the document's own: the path of an SLA4OAI file, or plans in few words. */
  readonly plans?: GivenPlans | undefined;
  /** Where the API runs, or how to start it (and its keys); a started one is closed at the end. */
  readonly target: URL | (() => Promise<StartedTarget>);
}

/**
 * Sends each operation's documented request, then that request with each of its rules broken once, and judges every
 * reply by the document. Throws DocumentError for a document that can't be read and CannotGoOnError for options that
 * don't fit it; everything else, an unreachable target included, is in the report.
 */
export async function checkContract(options: CheckContractOptions): Promise<ContractReport> {
  const document = options.document ?? packageFile('openapi/generated/openapi.json');
  const model = await readModel({ document, plans: options.plans, strict: options.document === undefined });
  const dialect = isInokufuDocument(model) ? inokufuDialect : plainDialect;
  if (options.target instanceof URL) {
    return checkTarget(model, document, dialect, { ...options, target: options.target });
  }
  const started = await options.target();
  try {
    const { url, key = 'any-key', keysByPlan } = started;
    return await checkTarget(model, document, dialect, {
      ...options,
      ...{ target: url, key, keysByPlan, isStartedMock: true },
    });
  } finally {
    await started.close();
  }
}

export interface JudgeCallsOptions
  extends Omit<RecordingJudgeOptions, 'relations' | 'recogniseOtherVersion'>,
    Pick<CheckContractOptions, 'document' | 'plans'> {}

/**
 * Judges calls that were recorded, or that pass: give each to `see`, and take the `report`. Throws DocumentError for a
 * document that can't be read and CannotGoOnError for options that don't fit it.
 */
export async function judgeCalls(
  options: JudgeCallsOptions = {},
): Promise<RecordingJudge & { readonly model: ApiModel }> {
  const { document = packageFile('openapi/generated/openapi.json'), plans } = options;
  const model = await readModel({ document, plans, strict: options.document === undefined });
  const judge = createRecordingJudge(model, {
    ...options,
    // What calls show together (`x-kit-relations`) is plugged in here, as `relations`.
    recogniseOtherVersion: isInokufuDocument(model) ? recogniseOtherVersion : undefined,
  });
  return { ...judge, model };
}
