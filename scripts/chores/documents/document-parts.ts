import { readFileSync } from 'node:fs';
import { readModel } from '../../../openapi/model/read-model.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import type {
  CheckContractOptions,
  CheckResult,
  ContractReport,
} from '../../../test/contract/contract-testing.ts';
import type { BundledDocument } from '../../commands/types/generate-types.ts';
import { findBrokenExamples, isBrokenExample } from './broken-examples.ts';
import { pageFlaws } from './page-flaws.ts';

/** What the mock says of the document when it starts, and what the contract run against it comes to. */
interface ContractResult {
  readonly operations: number;
  /** Of what the mock serves otherwise than it is written, or not at all. */
  readonly warnings: number;
  readonly verdict: ContractReport['verdict'];
  readonly counts: ContractReport['counts'];
  /** Why the run ended early. */
  readonly stopped?: string | undefined;
  /** How many broken checks have which finding, and one of each. */
  readonly brokenByKind: Readonly<Record<string, number>>;
  readonly firstOfKind: Readonly<Record<string, string>>;
  /** How many checks were skipped or not judged, by their reason. */
  readonly withoutVerdict: Readonly<Record<string, number>>;
  /** Operations whose replies miss the schema as the document's own example does. */
  readonly contradictions: readonly string[];
}

/** Of a second look at `contradictions`: those operations in which neither Prism nor Redocly sees one. */
interface OpinionResult {
  readonly unconfirmed: readonly string[];
}

interface DocsResult {
  readonly pages: number;
  readonly flaws: readonly string[];
}

interface TypesResult {
  readonly lines: number;
  /** What TypeScript finds wrong with the file by itself. */
  readonly syntaxErrors: number;
}

export interface PartResults {
  readonly contract: ContractResult;
  readonly opinion: OpinionResult;
  readonly docs: DocsResult;
  readonly types: TypesResult;
}

export type TriedPart = keyof PartResults;

/** What is tried of one document. `only`: these operations alone. What a part needs is loaded by it: it counts for it. */
export const documentParts: {
  readonly [Part in TriedPart]: (file: string, only: readonly string[]) => Promise<PartResults[Part]>;
} = {
  contract: tryContract,
  opinion: askSecondJudge,
  docs: buildDocs,
  types: makeTypes,
};

const contradiction = 'document-contradicts-itself';
const opinionMs = 120_000;

async function checkOwnMock(
  file: string,
  options: Pick<CheckContractOptions, 'only' | 'secondOpinion' | 'maxTimeMs'>,
) {
  const { checkContract } = await import('../../../test/contract/contract-testing.ts');
  const { createMockServer } = await import('../../../mock/server.ts');
  let warnings = 0;
  const report = await checkContract({
    ...options,
    document: file,
    // Where many things run at once, a mock of ours may have to wait.
    timeoutMs: 60_000,
    target: async () => {
      const mock = await createMockServer({ document: file });
      warnings = mock.warnings.length;
      const open = mock.keys().filter(({ state }) => state === undefined);
      const keysByPlan = new Map(open.map(({ key, plan }) => [plan, key]));
      return { url: mock.apiUrl, keysByPlan, close: () => mock.close() };
    },
  });
  return { report, warnings };
}

async function tryContract(file: string): Promise<ContractResult> {
  const { report, warnings } = await checkOwnMock(file, {});
  const { operations, verdict, counts, stopped } = report;
  const checks = operations.flatMap((operation) => operation.checks);
  const broken = checks.filter(({ outcome }) => outcome === 'broken');
  const found = broken.flatMap(({ operationId, name, findings }) =>
    findings.map(({ code, message }) => ({ code, message: `${operationId}, ${name}: ${message}` })),
  );
  const reasons = checks.map(({ skippedBecause, unjudgedBecause }) => skippedBecause ?? unjudgedBecause);
  const contradicted = checks.filter(({ findings }) => findings.some(isContradiction));
  return {
    operations: operations.length,
    warnings,
    verdict,
    counts,
    stopped: stopped?.reason,
    brokenByKind: tally(found.map(({ code }) => code)),
    firstOfKind: Object.fromEntries(found.toReversed().map(({ code, message }) => [code, message])),
    withoutVerdict: tally(reasons.filter((reason) => reason !== undefined)),
    contradictions: [...new Set(contradicted.map(({ operationId }) => operationId))],
  };
}

/**
 * Redocly is asked first, of all examples at once. Prism needs seconds for a big schema: after `opinionMs` what was not asked stays
 * unconfirmed. Documented requests come first.
 */
async function askSecondJudge(file: string, only: readonly string[]): Promise<OpinionResult> {
  const { operations, bundled } = await readModel({ document: file, strict: false });
  const broken = await findBrokenExamples(bundled);
  const isSeen = ({ operationId, findings }: CheckResult) => {
    const operation = operations.find((one) => one.operationId === operationId);
    return (
      // Prism wants headers of a request, such as Accept, that OpenAPI says to ignore.
      findings.some(({ code, message }) => code === 'second-opinion' && !/^request header/i.test(message)) ||
      findings
        .filter(isContradiction)
        .every((finding) => operation !== undefined && isBrokenExample(finding, operation, broken))
    );
  };
  const unconfirmedOf = async (ids: readonly string[], secondOpinion: boolean) => {
    const limit = secondOpinion ? { maxTimeMs: opinionMs } : {};
    const { report } = await checkOwnMock(file, { only: ids, secondOpinion, ...limit });
    const doubted = report.operations
      .flatMap(({ checks }) => checks)
      .filter(({ findings }) => findings.some(isContradiction));
    return ids.filter((id) => {
      const own = doubted.filter(({ operationId }) => operationId === id);
      return own.length === 0 || !own.every(isSeen);
    });
  };
  const left = await unconfirmedOf(only, false);
  return { unconfirmed: left.length === 0 ? [] : await unconfirmedOf(left, true) };
}

function isContradiction({ code }: Finding): boolean {
  return code === contradiction;
}

async function buildDocs(file: string): Promise<DocsResult> {
  const { buildSite } = await import('../../../docs-src/build-site.ts');
  const files = await buildSite({ document: file, onDocumentFaults: () => {}, onFault: () => {} });
  const pages = [...files.keys()].filter((name) => name.endsWith('.html')).length;
  return { pages, flaws: pageFlaws(files, readFileSync(file, 'utf8')) };
}

async function makeTypes(file: string): Promise<TypesResult> {
  const { generateTypes } = await import('../../commands/types/generate-types.ts');
  const { default: ts } = await import('typescript');
  const { bundled } = await readModel({ document: file, strict: false });
  const types = await generateTypes(bundled as unknown as BundledDocument, {
    command: 'npm run documents',
    from: file,
    about: '',
  }); // a document was read from it
  const { diagnostics = [] } = ts.transpileModule(types, { reportDiagnostics: true });
  return { lines: types.split('\n').length, syntaxErrors: diagnostics.length };
}

function tally(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([, one], [, other]) => other - one));
}
