import { setTimeout as wait } from 'node:timers/promises';
import type { Reply, WireFault } from '../reply.ts';

/** The other side sees its connection end: before the reply, or within its body. */
export class ConnectionLostError extends Error {
  readonly code = 'ECONNRESET';

  constructor() {
    super('The connection was lost, as a planted fault asks for.');
  }
}

const chunksPerSecond = 10;

/** A body as it comes where the reply breaks: slowly, or not to its end, where it throws a ConnectionLostError. */
export async function* brokenBody(
  body: Reply['body'],
  { cut, bytesPerSecond }: WireFault,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : (body ?? new Uint8Array());
  const end = cut ? Math.floor(bytes.byteLength / 2) : bytes.byteLength;
  const chunk =
    bytesPerSecond === undefined ? end : Math.max(1, Math.round(bytesPerSecond / chunksPerSecond));
  for (let sent = 0; sent < end; sent += chunk) {
    if (bytesPerSecond !== undefined) await wait((1_000 * chunk) / bytesPerSecond, undefined, { signal });
    yield bytes.subarray(sent, Math.min(end, sent + chunk));
  }
  if (cut) throw new ConnectionLostError();
}
