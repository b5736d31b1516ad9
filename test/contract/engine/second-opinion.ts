import type { ApiModel, JsonObject, Operation } from '../../../openapi/model/api-model.ts';
import type { SecondOpinion } from './contract-report.ts';
import type { ReceivedReply } from './send-request.ts';

/** A judge of replies that shares no code with ours. */
export interface SecondJudge {
  readonly opinion: SecondOpinion;
  /** What it has against the reply; empty where it has nothing, or does not know the operation. */
  judge(operation: Operation, reply: ReceivedReply): readonly string[];
  /** Statuses of the operation whose body it accepts whatever stands in it: its silence there says nothing. */
  isBlind(operation: Operation, status: number): boolean;
}

const name = 'Prism (@stoplight/prism-http)';

/** Its validators are no part of its public face, so their types are written down here, as far as we use them. */
interface PrismOperation {
  readonly method: string;
  readonly path: string;
}
interface PrismReply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}
interface PrismDiagnostic {
  readonly message: string;
  /** 0 is an error, 1 a warning (Prism's word for an undocumented status that is no 2xx). */
  readonly severity: number;
  readonly path?: readonly string[];
}
type PrismVerdict =
  | { readonly _tag: 'Right' }
  | { readonly _tag: 'Left'; readonly left: readonly PrismDiagnostic[] };
interface PrismValidator {
  validateOutput(input: { resource: PrismOperation; element: PrismReply }): PrismVerdict;
}
interface PrismReader {
  getHttpOperationsFromSpec(document: object): Promise<readonly PrismOperation[]>;
}

/** Nothing of Prism is loaded. */
export const noSecondJudge: SecondJudge = absentJudge({ state: 'off', name });

/**
 * Prism as second judge. It weighs 90 MB and takes more than a second to load, so it is loaded here and nowhere else,
 * and what is published names it as an optional peer: where it is not installed, the report says how to get it.
 */
export async function loadSecondJudge(model: ApiModel): Promise<SecondJudge> {
  let reader: PrismReader;
  let validator: PrismValidator;
  try {
    // By variable: the compiler must not demand a package that need not be there.
    const entry = '@stoplight/prism-http';
    reader = (await import(entry)) as PrismReader;
    validator = (await import(`${entry}/dist/validator/index.js`)) as PrismValidator;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return absentJudge({ state: 'absent', name, howToGet: 'npm install @stoplight/prism-http@5.12.0' });
  }
  return createPrismJudge(await reader.getHttpOperationsFromSpec(documentForPrism(model)), validator);
}

function createPrismJudge(operations: readonly PrismOperation[], validator: PrismValidator): SecondJudge {
  const byMethodAndPath = new Map(operations.map((one) => [`${one.method} ${one.path}`, one]));
  const find = (operation: Operation) => byMethodAndPath.get(`${operation.method} ${operation.path}`);
  const complaints = (resource: PrismOperation, element: PrismReply) => {
    const verdict = validator.validateOutput({ resource, element });
    return verdict._tag === 'Right' ? [] : verdict.left;
  };
  return {
    opinion: { state: 'used', name },
    judge(operation, reply) {
      const resource = find(operation);
      if (resource === undefined) return [];
      const element = { statusCode: reply.status, headers: reply.headers, body: reply.body };
      return complaints(resource, element).map((one) => one.message);
    },
    isBlind(operation, status) {
      const resource = find(operation);
      if (resource === undefined) return true;
      // No JSON schema that names a type accepts all of these at once.
      const bodies: readonly unknown[] = ['\u0000', 0.5, [], {}, null, true];
      const headers = { 'content-type': 'application/json' };
      return bodies.every(
        (body) =>
          !complaints(resource, { statusCode: status, headers, body }).some(
            (one) => one.path?.[0] === 'body',
          ),
      );
    },
  };
}

/**
 * The document as Prism needs it. Without `jsonSchemaDialect` it reads a 3.1 schema as draft 7 and rejects what
 * `prefixItems` allows; with a dialect that it does not know it accepts everything. Seen in 5.12.0.
 */
function documentForPrism(model: ApiModel): object {
  // Prism changes what it is given.
  const copy = structuredClone(model.bundled) as JsonObject;
  if (!model.openapi.startsWith('3.1')) return copy;
  return { ...copy, jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema' };
}

function absentJudge(opinion: SecondOpinion): SecondJudge {
  return { opinion, judge: () => [], isBlind: () => true };
}
