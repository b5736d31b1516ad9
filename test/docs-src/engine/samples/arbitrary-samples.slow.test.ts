import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleLanguages } from '../../../../docs-src/engine/samples/index.ts';
import { arbitraryRequest } from './arbitrary-request.ts';
import {
  comparable,
  expectedArrival,
  type RecordingServer,
  runSample,
  startRecordingServer,
} from './run-sample.ts';

const requests = 400;

let servers: readonly RecordingServer[];
beforeAll(async () => {
  servers = await Promise.all(sampleLanguages.map(() => startRecordingServer()));
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** Each request by the real curl, Python, PHP and Node, side by side, each against a server of its own. */
test(`${requests} generated requests arrive exactly as meant from every language`, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRequest, async (request) => {
      const arrivals = await Promise.all(
        sampleLanguages.map(async (language, index) => {
          const server = servers[index] as RecordingServer;
          const local = { ...request, url: request.url.replace('https://api.example', server.url) };
          // A sample that fails must not leave the others running into the next request.
          const failure = await runSample(language, local).then(
            () => undefined,
            (error: unknown) => String(error),
          );
          const wanted = expectedArrival(local);
          const arrival = await server.take();
          return {
            language: language.id,
            wanted,
            arrival: failure ?? (arrival && comparable(arrival, wanted)),
          };
        }),
      );
      for (const { language, wanted, arrival } of arrivals) expect(arrival, language).toEqual(wanted);
    }),
    { numRuns: requests, seed: 20_261_123 },
  );
});
