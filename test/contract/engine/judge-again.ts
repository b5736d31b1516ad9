import type { Operation } from '../../../openapi/model/api-model.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { ContractCheck } from './contract-check.ts';
import type { Judges } from './judge-check.ts';
import type { Judgement } from './judgement.ts';
import type { SecondJudge } from './second-opinion.ts';

/** What Prism says of a reply. */
export function judgeAgain(
  { operation }: ContractCheck,
  reply: ReceivedReply,
  second: SecondJudge,
): Judgement {
  return { findings: second.judge(operation, reply).map((message) => complaint(message, operation)) };
}

/** Looked at once an operation: does the request that the document shows fit it, and can Prism see bodies at all? */
export function judgeDocumentedRequest(
  { kind, operation, request }: ContractCheck,
  reply: ReceivedReply,
  { second, serverUrlOf }: Pick<Judges, 'second' | 'serverUrlOf'>,
): Judgement {
  if (kind !== 'documented request') return {};
  const complaints = second.judgeRequest(operation, request, serverUrlOf(operation));
  const isBlind =
    second.opinion.state === 'used' && hasSchema(operation, reply) && second.isBlind(operation, reply);
  return {
    findings: complaints.map((message) => complaint(message, operation)),
    notes: isBlind ? ['Prism takes any body here, so there is no second opinion on it'] : [],
  };
}

function hasSchema({ responses }: Operation, { status }: ReceivedReply): boolean {
  const response = responses.find((one) => one.status === String(status));
  return response?.contents.some(({ schema }) => schema !== undefined && !schema.isAnything) === true;
}

function complaint(message: string, { source }: Operation): Finding {
  return { code: 'second-opinion', about: 'reply', message, basis: 'suspicion', location: source };
}
