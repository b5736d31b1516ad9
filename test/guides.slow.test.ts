import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { buildSite } from '../docs-src/build-site.ts';
import { findInterpreter, type SampleLanguage } from './samples/interpreters.ts';
import { readPrintedSamples } from './samples/printed-samples.ts';
import { runSample, type SampleRun } from './samples/run-sample.ts';

/*
 * What the guides promise of their samples where the API does not answer as one wishes. That each sample runs against the
 * mock is the business of samples.test.ts.
 */
const apiAddress = 'https://api.inokufu.com';
const site = await buildSite({});
const samples = readPrintedSamples(site);
const languages = (['shell', 'python', 'php', 'javascript'] as const).filter(
  (language) => findInterpreter(language) !== undefined,
);

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The guide's first sample in a language, against a server that gives these replies, the last again and again. */
async function run(guide: string, language: SampleLanguage, replies: readonly Reply[]) {
  const interpreter = findInterpreter(language);
  const sample = samples.find(
    ({ page, language: own }) => page === `guides/${guide}.html` && own === language,
  );
  if (interpreter === undefined || sample === undefined) throw new Error(`No ${language} in ${guide}.`);
  const targets: string[] = [];
  const server = createServer((request, response) => {
    const reply = replies[Math.min(targets.length, replies.length - 1)];
    targets.push(request.url ?? '');
    response.writeHead(reply?.status ?? 500, reply?.headers);
    response.end(typeof reply?.body === 'string' ? reply.body : JSON.stringify(reply?.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const code = sample.code.replaceAll(apiAddress, `http://127.0.0.1:${port}`);
    const result: SampleRun = await runSample(interpreter, code);
    return { ...result, targets };
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function found(content: readonly unknown[], hasMore = false, msg = 'A00 - Found.'): Reply {
  const metadata = { page: 0, 'number item per page': 20, 'total number item': content.length, hasMore };
  return { status: 200, body: { statusCode: 200, request: {}, response: { content, metadata, msg } } };
}

function refused(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: { statusCode: status, code, message: 'No.' } };
}

test('there is something to run', () => {
  expect(languages.length).toBeGreaterThan(0);
});

describe.each(languages)('%s', (language) => {
  test('obeys Retry-After, then prints the response', async () => {
    const limited = refused(429, 'rate-exceeded', { 'Retry-After': '1' });
    const { exitCode, stdout, targets } = await run('limits', language, [
      limited,
      found([{ title: 'A title', url: 'https://a.example' }]),
    ]);
    expect(exitCode).toBe(0);
    expect(targets).toHaveLength(2);
    expect(stdout).toContain('A title');
  });

  test('stops after three tries', async () => {
    const { exitCode, stdout, stderr, targets } = await run('limits', language, [
      refused(429, 'rate-exceeded', { 'Retry-After': '1' }),
    ]);
    expect(exitCode).not.toBe(0);
    expect(targets).toHaveLength(3);
    expect(stdout + stderr).toContain('rate-exceeded');
  });

  test('does not wait for the next month', async () => {
    const { exitCode, stdout, stderr, targets } = await run('limits', language, [
      refused(429, 'quota-exceeded', { 'Retry-After': '1209600' }),
    ]);
    expect(exitCode).not.toBe(0);
    expect(targets).toHaveLength(1);
    expect(stdout + stderr).toContain('quota-exceeded');
  });

  test('asks for pages until there is no other', async () => {
    const page = Array.from({ length: 10 }, (_, index) => ({
      title: `Title ${index}`,
      url: 'https://a.example',
    }));
    const { exitCode, stdout, targets } = await run('pages-of-results', language, [
      found(page, true),
      found(page),
    ]);
    expect(exitCode).toBe(0);
    expect(targets.map((target) => /[?&]page=(\d+)/.exec(target)?.[1])).toEqual(['0', '1']);
    expect(stdout.match(/Title 9/g)).toHaveLength(2);
  });

  test('asks for pages until it has enough', async () => {
    const page = Array.from({ length: 20 }, () => ({ title: 'T', url: 'https://a.example' }));
    const { targets } = await run('pages-of-results', language, [found(page, true)]);
    expect(targets).toHaveLength(2);
  });

  test('asks a second time where nothing fits exactly', async () => {
    const { exitCode, stdout, targets } = await run('model-and-match', language, [
      found([], false, 'C00 - Nothing.'),
      found([{ title: 'Close', url: 'https://a.example' }], false, 'B00 - Close.'),
    ]);
    expect(exitCode).toBe(0);
    expect(targets.map((target) => /[?&]model=(\w+)/.exec(target)?.[1])).toEqual(['strict', 'extended']);
    expect(stdout).toMatch(/B00[\s\S]*Close/);
  });

  test.each([
    ['a good response', found([]), 'Fine.'],
    ['a mistake', refused(400, 'invalid-request'), 'Mend the request.'],
    ['a wrong key', refused(401, 'unknown-key'), 'Check the key.'],
    ['a plan without the search', refused(403, 'plan-lacks-feature'), 'This needs another plan.'],
    ['a call too fast', refused(429, 'rate-exceeded'), 'Wait, then try again.'],
    ['a spent quota', refused(429, 'quota-exceeded'), 'Stop until the next period.'],
    ['a fault of the API', refused(500, 'internal-error'), 'Try again later.'],
    ['the page of a proxy', { status: 502, body: '<html>Bad gateway</html>' }, 'Try again later.'],
  ])('knows what to do about %s', async (_case, reply, advice) => {
    const { exitCode, stdout } = await run('errors', language, [reply]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(advice);
  });

  // A shell prints the body as it came.
  if (language === 'shell') return;

  test('names every mistake, and the request', async () => {
    const errors = [
      { where: 'query', name: 'lang', code: 'missing', message: 'lang is required.' },
      { where: 'query', name: 'max', code: 'too-large', message: 'max must be at most 20.' },
    ];
    const { stdout } = await run('errors', language, [
      {
        status: 400,
        headers: { 'X-Request-Id': 'an-id' },
        body: { statusCode: 400, code: 'invalid-request', message: 'Two.', errors },
      },
    ]);
    expect(stdout).toContain('- lang lang is required.\n- max max must be at most 20.\n');
    expect(stdout).toContain('Request: an-id');
  });

  test('makes cards of whatever is there, and no markup of texts', async () => {
    const url = 'https://a.example/?a=1&b="';
    const price = { '@context': 'https://schema.org/', '@type': 'PriceSpecification' };
    const { exitCode, stdout } = await run('cards', language, [
      found([
        { title: '<b>"Bare" & \'bold\'</b>', url },
        { title: 'A script', url: 'javascript:alert(1)' },
        {
          title: 'Low',
          url,
          level: -0.34,
          PriceSpecification: { ...price, price: null, 'price-free': true },
        },
        {
          title: 'Middle',
          url,
          provider: 'Q&A',
          picture: 'https://a.example/p.svg?a&b',
          level: 0.35,
          learningTimeValue: 300,
          learningTimeUnit: 'p',
          PriceSpecification: { ...price, price: 39, priceCurrency: '$', 'price-free': true },
        },
        {
          title: 'High',
          url,
          level: 0.36,
          learningTimeValue: 1.5,
          learningTimeUnit: 'h',
          PriceSpecification: { ...price, price: 12.5, priceCurrency: '€', 'price-free': false },
        },
        { title: 'Zero', url, level: 0, learningTimeValue: 0, learningTimeUnit: 'min' },
      ]),
    ]);
    expect(exitCode).toBe(0);
    const link = (title: string) => `<a href="https://a.example/?a=1&amp;b=&quot;">${title}</a>`;
    expect(withNamedReferences(stdout)).toBe(`<ul>
<li>${link('&lt;b&gt;&quot;Bare&quot; &amp; &apos;bold&apos;&lt;/b&gt;')}<p></p></li>
<li>${link('Low')}<p>beginner · free</p></li>
<li><img src="https://a.example/p.svg?a&amp;b" alt="">${link('Middle')}<p>Q&amp;A · intermediate · 300 pages · free, or 39 $</p></li>
<li>${link('High')}<p>expert · 1.5 h · 12.5 €</p></li>
<li>${link('Zero')}<p>intermediate · 0 min</p></li>
</ul>
`);
  });
});

/** The languages write the same character in different ways: `&#34;`, `&#x27;`, `&#039;`. */
function withNamedReferences(html: string): string {
  const names: Readonly<Record<number, string>> = { 34: 'quot', 38: 'amp', 39: 'apos', 60: 'lt', 62: 'gt' };
  return html.replace(/&#(x?)([0-9a-f]+);/gi, (_found, hex: string, digits: string) => {
    return `&${names[Number.parseInt(digits, hex === '' ? 10 : 16)]};`;
  });
}
