import type { ApiModel } from '../../openapi/model/api-model.ts';
import type { GivenPlans } from '../../openapi/model/read/given-plans.ts';
import { type CheckTargetOptions, checkTarget } from './engine/check-target.ts';
import { plainDialect } from './engine/contract-dialect.ts';
import type { ContractReport } from './engine/contract-report.ts';
import { CannotGoOnError } from './engine/paced-sender.ts';
import {
  createRecordingJudge,
  type RecordingJudge,
  type RecordingJudgeOptions,
} from './engine/recordings/create-recording-judge.ts';
import { createCallRelations } from './engine/relations/call-relations.ts';
import { registerTests, type TestRunner } from './engine/reports/register-tests.ts';
import { reportAsJson } from './engine/reports/report-as-json.ts';
import { inokufuDialect, isInokufuDocument } from './inokufu/inokufu-dialect.ts';
import { recogniseOtherVersion } from './inokufu/other-version.ts';
import { readGiven } from './inokufu/read-given.ts';

export type {
  ApiModel,
  DocumentFault,
  FaultEffect,
  HttpMethod,
  JsonObject,
  JsonValue,
  ParameterLocation,
  SourceLocation,
} from '../../openapi/model/api-model.ts';
export type { GivenPlans, LocatedPlans } from '../../openapi/model/read/given-plans.ts';
export type { ShortPlan, ShortPlans } from '../../openapi/model/read/short-plans.ts';
export type {
  CoverageReport,
  CoveredKind,
  EnumValueCoverage,
  OperationCoverage,
  ParameterCoverage,
  PropertyCoverage,
  StatusCoverage,
  UnknownCalls,
  UnknownParameter,
} from '../../openapi/operations/coverage/coverage-report.ts';
export type { Share } from '../../openapi/operations/coverage/share.ts';
export type { Basis, Finding } from '../../openapi/operations/judge/finding.ts';
export {
  type ApiCall,
  type JudgeOptions,
  judge,
  type KnownCall,
} from '../../openapi/operations/judge/judge.ts';
export type { RecordedCall, SkippedEntry } from '../../openapi/operations/wire/har/recorded-call.ts';
export type { RawReply } from '../../openapi/operations/wire/read-reply.ts';
export { type Baseline, readBaseline } from './engine/baseline.ts';
export type { CheckTargetOptions } from './engine/check-target.ts';
export type {
  CheckKind,
  CheckOutcome,
  CheckResult,
  CheckStage,
  ContractCost,
  ContractCounts,
  ContractReport,
  OperationReport,
  QuotaLeft,
  SecondOpinion,
} from './engine/contract-report.ts';
export type { ContractGateway } from './engine/gateway-refusals.ts';
export type { OperationValues, ValuesByOperation } from './engine/given-values.ts';
export { keyVariable } from './engine/hide-secrets.ts';
export type { Latency } from './engine/latency.ts';
export { CannotGoOnError, type Clock } from './engine/paced-sender.ts';
export { type ProxyOptions, type RunningProxy, startProxy } from './engine/proxy/start-proxy.ts';
export type { RecordingJudge, RecordingJudgeOptions } from './engine/recordings/create-recording-judge.ts';
export type { Counted, FindingGroup, RecordingReport } from './engine/recordings/recording-report.ts';
export {
  type RenderRecordingOptions,
  renderRecordingReport,
} from './engine/recordings/render-recording-report.ts';
export type { NameFile } from './engine/render-checks.ts';
export { renderCost, renderLeft } from './engine/render-cost.ts';
export { type RenderReportOptions, renderContractReport } from './engine/render-report.ts';
export type { DefineTest, TestRunner } from './engine/reports/register-tests.ts';
export {
  type AnnotationOptions,
  type FilePlace,
  renderAnnotations,
} from './engine/reports/render-annotations.ts';
export { renderJobSummary } from './engine/reports/render-job-summary.ts';
export { renderJunit } from './engine/reports/render-junit.ts';
export type { ContractReportFile } from './engine/reports/report-as-json.ts';
export type { Paint, Tone } from './engine/reports/tone.ts';
export type { ContractProgress } from './engine/run-checks.ts';
export { serverUrlFor } from './engine/target-url.ts';

/** A target that somebody started for the check, and will stop. */
export interface StartedTarget {
  readonly url: URL | string;
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
  /** Paths or addresses of OpenAPI Overlays, applied to the document in this order. */
  readonly overlays?: readonly string[] | undefined;
  /** Where the API runs, or how to start it (and its keys); a started one is closed at the end. */
  readonly target: URL | string | (() => Promise<StartedTarget>);
}

/**
 * Sends each operation's documented request, then that request with each of its rules broken once, and judges every
 * reply by the document. Throws DocumentError for a document that can't be read and CannotGoOnError for options that
 * don't fit it; everything else, an unreachable target included, is in the report.
 */
export async function checkContract(options: CheckContractOptions): Promise<ContractReport> {
  const { document, model } = await readGiven(options);
  const dialect = isInokufuDocument(model) ? inokufuDialect : plainDialect;
  if (typeof options.target !== 'function') {
    return checkTarget(model, document, dialect, { ...options, target: addressOf(options.target) });
  }
  const started = await options.target();
  try {
    const { url, key = 'any-key', keysByPlan } = started;
    return await checkTarget(model, document, dialect, {
      ...options,
      ...{ target: addressOf(url), key, keysByPlan, isStartedMock: true },
    });
  } finally {
    await started.close();
  }
}

/** Throws CannotGoOnError for what is no whole address. */
function addressOf(target: URL | string): URL {
  if (URL.canParse(String(target))) return new URL(target);
  const message = `The target ${JSON.stringify(target)} is no whole address.`;
  throw new CannotGoOnError(message, 'Write it as https://api.example.com/v1.');
}

export interface ContractTestsOptions extends Omit<CheckContractOptions, 'dryRun'>, TestRunner {}

/**
 * The same as a suite of Vitest, Jest or node:test: `await` it at the top of a test file. The run is made while the runner
 * reads that file, where no test's time is bounded; then each check is a test. Resolves to the report, for tests of your own.
 */
export async function contractTests({
  describe,
  test,
  ...options
}: ContractTestsOptions): Promise<ContractReport> {
  const report = await checkContract(options);
  registerTests(report, { describe, test });
  return report;
}

/** The report as JSON for other programs; its schema is `inokufu-api-kit/contract-report.schema.json`. */
export function renderContractReportAsJson(report: ContractReport): string {
  return reportAsJson(report, 'node_modules/inokufu-api-kit/dist/contract-report.schema.json');
}

export interface JudgeCallsOptions
  extends Omit<RecordingJudgeOptions, 'relations' | 'recogniseOtherVersion'>,
    Pick<CheckContractOptions, 'document' | 'plans' | 'overlays'> {}

/**
 * Judges calls that were recorded, or that pass: give each to `see`, and take the `report`. Throws DocumentError for a
 * document that can't be read and CannotGoOnError for options that don't fit it.
 */
export async function judgeCalls(
  options: JudgeCallsOptions = {},
): Promise<RecordingJudge & { readonly model: ApiModel }> {
  const { model } = await readGiven(options);
  const isInokufu = isInokufuDocument(model);
  const { relations } = isInokufu ? inokufuDialect : plainDialect;
  const judge = createRecordingJudge(model, {
    ...options,
    relations: createCallRelations(model, relations),
    recogniseOtherVersion: isInokufu ? recogniseOtherVersion : undefined,
  });
  return { ...judge, model };
}
