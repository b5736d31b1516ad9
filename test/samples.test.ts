import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../docs-src/build-site.ts';
import { packageFile } from '../openapi/model/package-root.ts';
import { readModel } from '../openapi/model/read-model.ts';
import { documentedRequest } from '../openapi/operations/requests/documented-request.ts';
import { encodeRequest } from '../openapi/operations/wire/encode-request.ts';
import { findInterpreter, howToGet, type SampleLanguage } from './samples/interpreters.ts';
import { type PrintedSample, readPrintedSamples } from './samples/printed-samples.ts';
import { describeCall, type RecordedMock, startRecordedMock } from './samples/recorded-mock.ts';
import { runSample } from './samples/run-sample.ts';

/*
 * Every sample of the built pages runs as printed, but for the server (the mock's) and the key, which the page tells its
 * reader to replace: with the language's own interpreter, and it must get 2xx answers alone and print something. Samples that
 * show a refusal are the exception.
 */
const languages = ['shell', 'python', 'php', 'javascript'] as const satisfies readonly SampleLanguage[];
const apiAddress = 'https://api.inokufu.com';
/** Where the pages say that a mock started with the package's command listens. */
const mockAddress = 'http://127.0.0.1:4010';

/** What answers samples with the keys that are there to be refused, by status class. */
const refusals: readonly (readonly [key: string, classes: readonly number[]])[] = [
  ['mock-throttled-key', [4]],
  ['mock-last-call-key', [2, 4]],
  ['mock-revoked-key', [4, 5]],
];

const model = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
const samples = withoutRepetitions(readPrintedSamples(await buildSite({})));
let mock: RecordedMock;
beforeAll(async () => {
  mock = await startRecordedMock();
});
afterAll(() => mock.close());

/** The same sample may stand on several pages. */
function withoutRepetitions(all: readonly PrintedSample[]): readonly PrintedSample[] {
  return [...new Map(all.map((sample) => [sample.language + sample.code, sample])).values()];
}

/** Nothing else is run: a test must not call a host that a page happens to name. */
function isCall({ code }: PrintedSample): boolean {
  return code.includes(apiAddress) || code.includes(mockAddress);
}

function asPrinted({ code }: PrintedSample): string {
  return code
    .replaceAll(apiAddress, mock.origin)
    .replaceAll(mockAddress, mock.origin)
    .replaceAll('SAY-FRIEND-AND-ENTER', mock.key);
}

function pathOf({ code }: PrintedSample): string {
  return new URL(/https?:\/\/[^'"\s]+/.exec(code)?.[0] ?? apiAddress).pathname;
}

function expectedClasses(sample: PrintedSample): readonly number[] {
  if (pathOf(sample).startsWith('/__mock/')) return [];
  return refusals.find(([key]) => sample.code.includes(key))?.[1] ?? [2];
}

test('what the pages print for a shell besides calls is known', () => {
  const others = samples.filter((sample) => !isCall(sample)).map(({ code }) => code.trim());
  // What such a command starts has tests of its own.
  expect(others).toEqual(['npm start']);
});

describe.each(languages)('%s', (language) => {
  const interpreter = findInterpreter(language);
  const isMissing = interpreter === undefined && process.env.CI !== 'true';
  const own = samples.filter((sample) => sample.language === language && isCall(sample));
  const arrived = new Set<string>();

  test.skipIf(isMissing)(`samples can run here${isMissing ? ` (${howToGet(language)})` : ''}`, () => {
    expect(interpreter, howToGet(language)).toBeDefined();
  });

  test('the pages have a sample of every operation', () => {
    const paths = new Set(own.map(pathOf));
    const without = model.operations.filter(({ path }) => !paths.has(model.basePath + path));
    expect(without.map((operation) => operation.operationId)).toEqual([]);
  });

  test
    .skipIf(interpreter === undefined)
    .each(own.map((sample) => [sample.page, pathOf(sample), sample] as const))(
    '%s: %s runs as printed and prints something',
    async (_page, _path, sample) => {
      if (interpreter === undefined) return;
      await mock.forget();
      const run = await runSample(interpreter, asPrinted(sample));
      // Calls of the mock's admin side are not among those that it records.
      for (const { call } of mock.calls()) arrived.add(call);
      const classes = new Set(mock.calls().map(({ status }) => Math.trunc(status / 100)));
      expect([...classes].toSorted(), run.stderr + run.stdout).toEqual(expectedClasses(sample));
      expect(run.exitCode, run.stderr).toBe(0);
      expect(run.stdout.trim()).not.toBe('');
    },
  );

  test.skipIf(interpreter === undefined)('nothing of a documented request is lost on its way', () => {
    const lost = model.operations
      .map((operation) => encodeRequest(documentedRequest(operation), { serverUrl: model.basePath }))
      .map(({ method, url, body }) => describeCall(method, url, body?.toString()))
      .filter((call) => !arrived.has(call));
    expect(lost).toEqual([]);
  });
});
