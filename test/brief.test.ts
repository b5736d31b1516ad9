import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BriefSample } from './brief/brief-samples.ts';
import { readBriefSamples, readLanguageTabs } from './brief/brief-samples.ts';
import type { ObservedRun } from './brief/defects.ts';
import { defectsOfBrief, printedReplies } from './brief/defects.ts';
import type { Interpreter, SampleLanguage } from './samples/interpreters.ts';
import { findInterpreter, howToGet } from './samples/interpreters.ts';
import type { RecordedMock } from './samples/recorded-mock.ts';
import { startRecordedMock } from './samples/recorded-mock.ts';
import { runSample } from './samples/run-sample.ts';

/*
 * Each code sample of the brief runs as printed, but for three things that the brief tells its reader to replace or
 * that a test must: the host (the mock's), `api_endpoint_here` and the placeholder key. PHP's go to a mock over TLS, with
 * its authority downloaded as `certInokufu.cer`, which they trust and nothing else. Where a sample fails, the failure is
 * its first defect; that one is mended, it runs again, and so on until the call succeeds: so the table in defects.ts
 * is complete, and every line of it has been seen.
 */
const samples = readBriefSamples();
/** Up to six programs one after the other, on a machine that has other things to do. */
const slowestRunMs = 90_000;
const searchPath =
  '/learningobject/v2/search?keywords=programming&lang=en&type=mooc&bloom=understand&model=strict&max=2';
let plain: RecordedMock;
let overTls: RecordedMock;

beforeAll(async () => {
  [plain, overTls] = await Promise.all([startRecordedMock(), startRecordedMock({ tls: true })]);
});
afterAll(() => Promise.all([plain.close(), overTls.close()]));

const mockFor = (language: SampleLanguage) => (language === 'php' ? overTls : plain);

async function observe(mock: RecordedMock, interpreter: Interpreter, code: string): Promise<ObservedRun> {
  await mock.forget();
  const { authority } = mock;
  const run = await runSample(
    interpreter,
    code,
    authority === undefined ? {} : { 'certInokufu.cer': authority },
  );
  return { ...run, calls: mock.calls() };
}

function find(section: string, language: BriefSample['language']): BriefSample {
  const found = samples.find((one) => one.section === section && one.language === language);
  if (found === undefined) throw new Error(`The brief has no ${language} sample under ${section}.`);
  return found;
}

test('the table knows each code sample of the brief, once and in its order', () => {
  const inBrief = samples
    .filter((one) => one.language !== 'json')
    .map(({ section, language }) => ({ section, language }));
  expect(defectsOfBrief.map(({ section, language }) => ({ section, language }))).toEqual(inBrief);
});

describe.each(['shell', 'python', 'php', 'javascript'] as const)('%s samples', (language) => {
  const interpreter = findInterpreter(language);
  const isMissing = interpreter === undefined && process.env.CI !== 'true';
  const lines = defectsOfBrief.filter((line) => line.language === language);

  test.skipIf(isMissing)(`can run on this machine${isMissing ? ` (${howToGet(language)})` : ''}`, () => {
    expect(interpreter, howToGet(language)).toBeDefined();
  });

  test.skipIf(interpreter === undefined).each(lines)(
    '$section: has these defects and no other',
    async (line) => {
      if (interpreter === undefined) return;
      const mock = mockFor(language);
      const endpoint = mock.origin + searchPath;
      let code = find(line.section, language)
        .code.replaceAll('https://api.inokufu.com', mock.origin)
        .replaceAll('api_endpoint_here', endpoint)
        .replaceAll('SAY-FRIEND-AND-ENTER', mock.key);

      for (const defect of line.defects) {
        const run = await observe(mock, interpreter, code);
        const { stdout, stderr, ...exact } = defect.shows;
        expect({ ...run, statuses: run.calls.map((call) => call.status) }, defect.name).toMatchObject(exact);
        expect(run.stdout, defect.name).toMatch(stdout ?? /^/);
        expect(run.stderr, defect.name).toMatch(stderr ?? /^/);
        const mended = defect.mend(code, endpoint);
        expect(mended, `mending "${defect.name}" changes the sample`).not.toBe(code);
        code = mended;
      }

      const run = await observe(mock, interpreter, code);
      expect(run.calls.map((call) => call.status)).toEqual([200]);
      expect(run.exitCode).toBe(0);
      expect(run.stdout).not.toMatch(/^(undefined)?\s*$/);
    },
    slowestRunMs,
  );
});

const php = findInterpreter('php');
test.skipIf(php === undefined)(
  'PHP believes the downloaded certificate, and without it nothing',
  async () => {
    if (php === undefined) return;
    const { code } = find('Type', 'php');
    const run = await runSample(php, `<?php\n${code.replaceAll('https://api.inokufu.com', overTls.origin)}`);
    expect(run.stdout).toContain('certInokufu.cer');
  },
);

test.each(Object.entries(printedReplies))('the reply printed under %s is %s', async (section, want) => {
  const printed = find(section, 'json').code.trim();
  const reply = await fetch(`${plain.origin}/learningobject/v2/${section.toLowerCase()}`);
  const body = await reply.text();
  expect(
    JSON.stringify(JSON.parse(printed)) === JSON.stringify(JSON.parse(body)) ? 'the reply' : printed,
  ).toBe(want);
});

test('the python sample under Authentication says py, which is no tab of the page', () => {
  expect(readLanguageTabs()).toEqual(['shell', 'python', 'php', 'javascript']);
  expect(find('Authentication', 'python').fence).toBe('py');
});
