import type { Basis } from '../../openapi/operations/judge/finding.ts';
import { judgeReply } from '../../openapi/operations/judge/judge-reply.ts';
import { readReceivedReply } from '../../openapi/operations/wire/read-reply.ts';
import { readGiven } from './inokufu/read-given.ts';
import { readResponse } from './matchers/read-response.ts';
import { renderMisfits } from './matchers/render-misfits.ts';
import { testedOperation } from './matchers/tested-operation.ts';

export interface ContractMatchersOptions {
  /** Path or address of an OpenAPI 3.0 or 3.1 document. Default: the one that ships with this package. */
  readonly document?: string | undefined;
  /** Paths or addresses of OpenAPI Overlays, applied to the document in this order. */
  readonly overlays?: readonly string[] | undefined;
  /** Where the document's paths begin in the addresses that responses have. Default: its servers' base path. */
  readonly basePath?: string | undefined;
}

export interface FitOptions {
  /** What nobody documented, what is only assumed and what only looks wrong fails, too. Default: no. */
  readonly strict?: boolean | undefined;
}

/**
 * What a suite's `expect` has then, for its types. Vitest: `declare module 'vitest' { interface Matchers extends
 * ContractMatchers {} }`; Jest: `declare module 'expect' { interface Matchers<R> extends ContractMatchers<Promise<R>> {} }`.
 */
export interface ContractMatchers<Returned = Promise<void>> {
  /** Whether a response is as the document describes it. Without `operationId` that is found by the response's address. */
  toFitContract(operationId?: string, options?: FitOptions): Returned;
}

/** How a runner is told what a matcher has found. */
export interface MatcherOutcome {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What `expect.extend` takes. A type alias: an interface would have no index signature, which Vitest asks for. */
export type RunnerMatchers = {
  readonly toFitContract: (
    response: unknown,
    operationId?: string,
    options?: FitOptions,
  ) => Promise<MatcherOutcome>;
};

const broken: ReadonlySet<Basis> = new Set(['document', 'http']);

/**
 * Matchers for `expect.extend` of Vitest and Jest, which they don't import. The document is read at the first response; the
 * matcher rejects with a DocumentError where it can't be.
 */
export function createContractMatchers(options: ContractMatchersOptions = {}): RunnerMatchers {
  const { basePath } = options;
  let reading: ReturnType<typeof readGiven> | undefined;
  return {
    async toFitContract(response, operationId, { strict = false } = {}) {
      reading ??= readGiven(options);
      const [{ model }, tested] = [await reading, await readResponse(response)];
      const operation = testedOperation(tested, operationId, model, { basePath });
      const { status } = tested.reply;
      const reply = readReceivedReply(tested.method ?? operation.method, tested.reply);
      const findings = judgeReply(operation, reply).filter(({ basis }) => strict || broken.has(basis));
      return {
        pass: findings.length === 0,
        message: () =>
          findings.length === 0
            ? `This ${status} fits ${operation.operationId} of the document, and should not.`
            : renderMisfits(operation, status, findings),
      };
    },
  };
}
