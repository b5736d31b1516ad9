import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleLanguages } from '../../../../docs-src/engine/samples/index.ts';
import { nastyRequests } from './nasty-requests.ts';
import {
  comparable,
  expectedArrival,
  type RecordingServer,
  runSample,
  startRecordingServer,
} from './run-sample.ts';

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
});
afterAll(() => server.close());

describe.each(sampleLanguages.map((language) => [language.id, language] as const))(
  'a %s sample, run as printed',
  (_id, language) => {
    test.each(Object.entries(nastyRequests))('sends %s exactly as meant', async (_name, request) => {
      const local = { ...request, url: request.url.replace('https://api.example', server.url) };
      await runSample(language, local);
      const wanted = expectedArrival(local);
      const arrival = await server.take();
      expect(arrival && comparable(arrival, wanted)).toEqual(wanted);
    });
  },
);
