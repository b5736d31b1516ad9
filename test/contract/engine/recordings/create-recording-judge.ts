import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { createCoverage } from '../../../../openapi/operations/coverage/create-coverage.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import {
  type ApiCall,
  findOperation,
  judge,
  type KnownCall,
} from '../../../../openapi/operations/judge/judge.ts';
import { routesOf } from '../../../../openapi/operations/requests/routes.ts';
import type { RecordedCall, SkippedEntry } from '../../../../openapi/operations/wire/har/recorded-call.ts';
import { CannotGoOnError } from '../paced-sender.ts';
import { findApiPlaces, partsOf } from './api-places.ts';
import { countByText } from './count-by-text.ts';
import { createFindingGroups } from './group-findings.ts';
import type { RecordingReport } from './recording-report.ts';
import { withinRecorded } from './within-recorded.ts';

export interface RecordingJudgeOptions {
  /** Addresses whose calls count. Default: those of the document's servers, and their base paths on any host. */
  readonly targets?: readonly string[] | undefined;
  /** Judge only calls of these operations. */
  readonly only?: readonly string[] | undefined;
  readonly isStrict?: boolean | undefined;
  /** Count what of the document the calls use. */
  readonly hasCoverage?: boolean | undefined;
  /** What else there is to say of a call of an operation: how it goes together with those before it. */
  readonly relations?: { see(known: KnownCall, call: RecordedCall): readonly Finding[] } | undefined;
  /** A call of another version of this API, in one sentence. It says all that is wrong with the call. */
  readonly recogniseOtherVersion?: ((call: ApiCall) => string | undefined) | undefined;
}

/** Judges calls one after the other, of a file or as they pass. Calls are not kept. */
export interface RecordingJudge {
  see(call: RecordedCall, origin?: { readonly mayLackCredentials: boolean }): void;
  /** Counts an entry that is no call. */
  skip(entry: SkippedEntry): void;
  report(): RecordingReport;
}

/** Throws a CannotGoOnError for options that don't fit the document. */
export function createRecordingJudge(model: ApiModel, options: RecordingJudgeOptions = {}): RecordingJudge {
  const { targets = [], only = [], isStrict = false, recogniseOtherVersion, relations } = options;
  refuseUnknown(only, model);
  const places = findApiPlaces(model, targets);
  const groups = createFindingGroups(({ basis }) => isStrict || basis === 'document' || basis === 'http');
  const [elsewhere, skipped, leftOut] = [countByText(), countByText(), countByText()];
  const coverage = options.hasCoverage ? createCoverage(model) : undefined;
  const counts = { entries: 0, judged: 0, elsewhere: 0, otherOperations: 0, skipped: 0 };

  function judgeCall(recorded: RecordedCall, basePath: string, mayLackCredentials: boolean): void {
    const call = onBasePath(recorded, basePath, model);
    const known = findOperation(call, model);
    const operation = 'operation' in known ? known.operation : undefined;
    if (only.length > 0 && !only.includes(operation?.operationId ?? '')) {
      counts.otherOperations += 1;
      return;
    }
    counts.judged += 1;
    coverage?.see(call);
    for (const what of call.leftOut) leftOut.add(what, call.place);
    const place = `${call.place}: ${call.request.method} ${partsOf(recorded.request.url).path}`;
    // By its own address: on the document's base path every call is of the document's version.
    const sentence = recogniseOtherVersion?.(recorded);
    if (sentence !== undefined) {
      groups.add(otherVersion(sentence, model), place, undefined);
      return;
    }
    for (const finding of findingsOf(call, 'operation' in known ? known : undefined, mayLackCredentials))
      groups.add(finding, place, operation?.operationId);
  }

  function findingsOf(
    call: RecordedCall,
    known: KnownCall | undefined,
    mayLackCredentials: boolean,
  ): readonly Finding[] {
    const findings = [...judge(call, model), ...((known && relations?.see(known, call)) ?? [])];
    return findings.flatMap((finding) =>
      withinRecorded(finding, { call, operation: known?.operation, mayLackCredentials }),
    );
  }

  return {
    see(call, { mayLackCredentials } = { mayLackCredentials: false }) {
      counts.entries += 1;
      const basePath = places.basePathOf(call);
      if (basePath !== undefined) judgeCall(call, basePath, mayLackCredentials);
      else {
        counts.elsewhere += 1;
        elsewhere.add(partsOf(call.request.url).origin ?? '', call.place);
      }
    },
    skip({ place, reason }) {
      counts.entries += 1;
      counts.skipped += 1;
      skipped.add(reason, place);
    },
    report() {
      const findings = groups.all();
      const isBroken = findings.some((finding) => finding.isBroken);
      return {
        document: { title: model.info.title, version: model.info.version, file: model.files[0] ?? '' },
        verdict: isBroken ? 'broken' : counts.judged > 0 ? 'held' : 'incomplete',
        isStrict,
        counts: { ...counts },
        findings,
        elsewhere: elsewhere.all(),
        skipped: skipped.all(),
        leftOut: leftOut.all(),
        coverage: coverage?.report(),
      };
    },
  };
}

function refuseUnknown(only: readonly string[], { operations }: ApiModel): void {
  const ids = operations.map(({ operationId }) => operationId);
  const unknown = only.filter((id) => !ids.includes(id));
  if (unknown.length === 0) return;
  throw new CannotGoOnError(
    `The document has no operation ${unknown.join(', ')}.`,
    `It has: ${ids.join(', ')}`,
  );
}

/** The call as if the document's own base path stood in its address: a target may have one that no server of it has. */
function onBasePath(call: RecordedCall, basePath: string, model: ApiModel): RecordedCall {
  const { path } = partsOf(call.request.url);
  if (routesOf(model).basePaths.includes(basePath) || !path.startsWith(basePath)) return call;
  const start = call.request.url.length - call.request.url.replace(/^https?:\/\/[^/?#]*/i, '').length;
  const { url } = call.request;
  const moved = url.slice(0, start) + model.basePath + url.slice(start + basePath.length);
  return { ...call, request: { ...call.request, url: moved } };
}

function otherVersion(message: string, { files }: ApiModel): Finding {
  const location = { file: files[0] ?? '', pointer: '/info/version' };
  return { code: 'other-version', about: 'request', message, basis: 'document', location };
}
