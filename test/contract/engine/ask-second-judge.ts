import type { Finding } from './contract-report.ts';
import type { Judgement, Judges } from './judge-reply.ts';
import type { PlannedCheck } from './planned-check.ts';
import type { SecondJudge } from './second-opinion.ts';
import type { ReceivedReply } from './send-request.ts';

/** What Prism says of a reply, and of the request that the document shows: do its own examples fit it? */
export function askSecondJudge(
  check: PlannedCheck,
  reply: ReceivedReply,
  { second, serverUrl }: Pick<Judges, 'second' | 'serverUrl'>,
): Judgement {
  const { operation, request, kind } = check;
  const isDocumented = kind === 'documented request';
  const complaint = (message: string): Finding => ({
    code: 'second-opinion',
    message,
    judge: 'prism',
    location: operation.source,
  });
  return {
    findings: [
      ...second.judge(operation, reply),
      ...(isDocumented ? second.judgeRequest(operation, request, serverUrl) : []),
    ].map(complaint),
    notes:
      isDocumented && isBlindSpot(check, reply, second)
        ? ['Prism takes any body here, so there is no second opinion on it']
        : [],
  };
}

/** Looked at once an operation: at the reply to its documented request. */
function isBlindSpot({ operation }: PlannedCheck, { status }: ReceivedReply, second: SecondJudge): boolean {
  if (second.opinion.state !== 'used') return false;
  const response = operation.responses.find((one) => one.status === String(status));
  const hasSchema = response?.contents.some(({ schema }) => schema !== undefined && !schema.isAnything);
  return hasSchema === true && second.isBlind(operation, status);
}
