import { describe, expect, it } from 'vitest';
import type { Timer } from '../../mock/engine/clock/timer.ts';
import { createMockServer } from '../../mock/server.ts';
import { rawRequest } from './raw-request.ts';

/** Time runs out at once, or never. */
const waited: number[] = [];
const atOnce: Timer = async (delayMs) => {
  waited.push(delayMs);
};

describe('a body that never comes', () => {
  it('ends with 408 after a minute, in the journal too, and the connection with it', async () => {
    const mock = await createMockServer({ timer: atOnce });
    try {
      const head = [
        'POST /learningobject/v2/feedback HTTP/1.1',
        'Host: x',
        'x-api-key: mock-pro-key',
        'Content-Type: application/json',
        'Content-Length: 100',
      ];
      const reply = await rawRequest(mock.port, [`${head.join('\r\n')}\r\n\r\n{`], () => false);
      expect(reply.status).toBe(408);
      expect(waited).toEqual([60_000]);
      expect(reply.head).toContain('Connection: close');
      expect(JSON.parse(reply.body)).toMatchObject({
        statusCode: 408,
        code: 'request-timeout',
        message: expect.stringContaining('within 60 seconds'),
      });
      expect(mock.requests()).toMatchObject([
        { status: 408, answeredBy: 'read body', why: 'request-timeout' },
      ]);
    } finally {
      await mock.close();
    }
  });
});
