import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import type { PrintableRequest } from '../../../openapi/operations/wire/curl.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { SecondOpinion } from './contract-report.ts';
import {
  createPrismJudge,
  documentForPrism,
  type PrismReader,
  type PrismValidator,
  prismName,
} from './prism-judge.ts';

/** A judge of replies that shares no code with ours. */
export interface SecondJudge {
  readonly opinion: SecondOpinion;
  /** What it has against the reply; empty where it has nothing, or does not know the operation. */
  judge(operation: Operation, reply: ReceivedReply): readonly string[];
  /** What it has against a request, given with the target's server URL. */
  judgeRequest(operation: Operation, request: PrintableRequest, serverUrl: string): readonly string[];
  /** Whether it would accept the reply whatever stood in its body: its silence there says nothing. */
  isBlind(operation: Operation, reply: Pick<ReceivedReply, 'status' | 'headers'>): boolean;
}

/** Nothing of Prism is loaded. */
export const noSecondJudge: SecondJudge = absentJudge({ state: 'off', name: prismName });

/**
 * Prism as second judge. It weighs 90 MB and takes more than a second to load, so it is loaded here and nowhere else,
 * and what is published names it as an optional peer: where it is not installed, the report says how to get it. It knows these operations.
 */
export async function loadSecondJudge(
  model: ApiModel,
  operations: readonly Operation[] = model.operations,
): Promise<SecondJudge> {
  let reader: PrismReader;
  let validator: PrismValidator;
  try {
    reader = await import('@stoplight/prism-http');
    // Its validators are not part of its public face.
    validator = (await import('@stoplight/prism-http/dist/validator/index.js')) as unknown as PrismValidator; // its own types are those of fp-ts
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return absentJudge({
      state: 'absent',
      name: prismName,
      reason: 'is not installed. To get it: npm install @stoplight/prism-http@5.12.0',
    });
  }
  try {
    return createPrismJudge(
      await reader.getHttpOperationsFromSpec(documentForPrism(model, operations)),
      validator,
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return absentJudge({ state: 'absent', name: prismName, reason: `can't read this document: ${message}` });
  }
}

function absentJudge(opinion: SecondOpinion): SecondJudge {
  return { opinion, judge: () => [], judgeRequest: () => [], isBlind: () => true };
}
