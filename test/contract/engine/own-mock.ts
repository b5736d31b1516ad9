import { sendRequest } from './send-request.ts';

/** Whether a target is a mock of this kit: its admin side, which answers this machine alone, lists itself. */
export async function recogniseMock(
  target: URL,
  options: Parameters<typeof sendRequest>[1],
): Promise<boolean> {
  const url = `${target.origin}/__mock`;
  const outcome = await sendRequest({ method: 'GET', url, headers: {}, body: undefined }, options);
  return (
    outcome.kind === 'reply' && outcome.reply.status === 200 && outcome.reply.text.includes('/__mock/reset')
  );
}
