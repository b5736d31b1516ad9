import type { Operation } from '../../../../openapi/model/api-model.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import type { ReceivedReply } from '../../../../openapi/operations/wire/read-reply.ts';
import { type ContractCheck, isClosed, needsKey } from '../contract-check.ts';
import type { CheckPlan, Stage, StageContext } from './stage.ts';

/** One valid call of each operation: what follows is worth nothing where that one fails. */
export const documentedStage: Stage = {
  name: 'documented',
  title: 'one valid call of each operation',
  share: 1,
  plan: planDocumented,
  size: (operation, context) =>
    isClosed(operation, context.plan) ? 0 : Number(hasHead(operation, context)) + 1,
};

function* planDocumented(operation: Operation, context: StageContext): CheckPlan {
  if (isClosed(operation, context.plan)) return;
  const check = context.documentedCheck(operation);
  const reply = yield check;
  // A stream of events has no end that HEAD could come to.
  const isStream = reply?.mediaType === 'text/event-stream';
  if (hasHead(operation, context) && reply !== undefined && !isStream) yield headCheck(check, reply);
}

/**
 * HEAD costs what GET costs: where a plan counts, it is not asked. Where the path has an operation of its own for it, that one
 * is documented otherwise.
 */
function hasHead(operation: Operation, { model }: StageContext): boolean {
  const isOwn = model.operations.some(({ path, method }) => path === operation.path && method === 'head');
  return operation.method === 'get' && !needsKey(operation) && !isOwn;
}

/** HEAD is answered as GET is, without the body (RFC 9110, section 9.3.2). */
function headCheck(documented: ContractCheck, get: ReceivedReply): ContractCheck {
  const { request, operation } = documented;
  const alsoWants = (head: ReceivedReply): readonly Finding[] => {
    const [want, got] = [describeHead(get), describeHead(head)];
    if (want === got) return [];
    // Servers for one purpose need no HEAD (RFC 9110, section 9.1).
    const basis = head.status < 300 ? 'http' : 'suspicion';
    const message = `HEAD is answered with ${got}, GET with ${want} (RFC 9110, section 9.3.2).`;
    return [
      {
        code: 'head-differs',
        about: 'reply',
        message,
        expected: want,
        got,
        basis,
        location: operation.source,
      },
    ];
  };
  const want = { kind: 'answer', statuses: undefined, basis: 'http' } as const;
  return {
    ...documented,
    kind: 'HEAD',
    name: 'HEAD',
    request: { ...request, method: 'HEAD' },
    want,
    alsoWants,
  };
}

function describeHead({ status, mediaType }: ReceivedReply): string {
  return `${status} ${mediaType ?? 'without Content-Type'}`;
}
