import { describe, expect, it } from 'vitest';
import type { Handler } from '../../../../mock/engine/handler.ts';
import { steadyLogger } from '../../../../mock/engine/logger.ts';
import { shopEngine } from '../shop.ts';

const deep = (levels: number): unknown =>
  JSON.parse('[1]'.replace('1', `${'['.repeat(levels)}${']'.repeat(levels)}`));
const cyclic: Record<string, unknown> = {};
cyclic.self = cyclic;
const ok = (body: unknown, headers?: unknown) => ({ status: 200, body, headers });

/** Handlers as nobody should write them, JavaScript ones among them. */
const broken: Readonly<Record<string, () => unknown>> = {
  nothing: () => undefined,
  null: () => null,
  'a text': () => 'hello',
  'a rejected promise': () => Promise.reject(new Error('no')),
  'a thrown nothing': () => {
    throw undefined;
  },
  'no status': () => ({ body: [] }),
  'a status as text': () => ({ status: '200', body: [] }),
  'the status 0': () => ({ status: 0, body: [] }),
  'an interim status': () => ({ status: 101, body: [] }),
  'the status 600': () => ({ status: 600, body: [] }),
  'the status NaN': () => ({ status: Number.NaN, body: [] }),
  'half a status': () => ({ status: 200.5, body: [] }),
  'a cyclic body': () => ok(cyclic),
  'a body that throws': () =>
    ok({
      toJSON: () => {
        throw new Error('no');
      },
    }),
  'a member that throws': () =>
    ok([
      Object.defineProperty({}, 'id', {
        enumerable: true,
        get() {
          throw new Error('no');
        },
      }),
    ]),
  'a function': () => ok(() => 1),
  'a symbol': () => ok(Symbol('s')),
  'a body 20,000 levels deep': () => ok(deep(20_000)),
  'a header beyond Latin-1': () => ok([], { 'X-Note': '日本語' }),
  'a header with a line end': () => ok([], { 'X-Note': 'one\r\nSet-Cookie: a=b' }),
  'a header that is longer than clients take': () => ok([], { 'X-Note': 'x'.repeat(13_000) }),
  'more headers than clients take': () =>
    ok([], Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`X-${index}`, '1']))),
  'a header name with a space': () => ok([], { 'X Note': 'a' }),
  'an empty header name': () => ok([], { '': 'a' }),
  'a list of headers': () => ok([], ['X-Note']),
  'a header that is an object': () => ok([], { 'X-Note': {} }),
  'a header that throws': () =>
    ok([], {
      get 'X-Note'() {
        throw new Error('no');
      },
    }),
  'a Content-Type with a line end': () => ok([], { 'Content-Type': 'a/b\n' }),
};

function engineWith(handler: () => unknown) {
  const logged: { readonly facts: object; readonly message: string }[] = [];
  const logger = {
    info() {},
    warn() {},
    error: (facts: object, message: string) => logged.push({ facts, message }),
  };
  // JavaScript handlers return what they like.
  const { ask, engine } = shopEngine({ handlers: { listItems: handler as Handler }, logger });
  return { ask, engine, logged };
}

describe('a reply to every request', () => {
  it.each(Object.entries(broken))(
    'when a handler gives %s: a 500 that the log explains',
    async (_what, handler) => {
      const { ask, engine, logged } = engineWith(handler);
      const reply = await ask('GET /items');
      expect(reply).toMatchObject({ status: 500, json: { code: 'internal-error' } });
      expect(reply.headers['Content-Type']).toBe('application/problem+json');
      expect(logged).toHaveLength(1);
      expect(logged[0]?.facts).toMatchObject({ requestId: reply.headers['X-Request-Id'] });
      expect(engine.journal.entries()).toMatchObject([{ status: 500, answeredBy: 'make reply' }]);
    },
  );

  it('names the handler and what to return instead', async () => {
    const { ask, logged } = engineWith(() => ({ status: 101 }));
    await ask('GET /items');
    const [{ facts } = { facts: {} }] = logged;
    expect(String((facts as { err: unknown }).err)).toBe(
      'TypeError: The handler of listItems returned the status 101, which is no whole number from 200 to 599. Return { status: 200, body, headers }.',
    );
  });

  it('takes numbers as header values, and a Content-Type of the handler', async () => {
    const { ask } = engineWith(() =>
      ok([], { 'X-Count': 3, 'content-type': 'application/json; charset=utf-8' }),
    );
    const { status, headers } = await ask('GET /items');
    expect(status).toBe(200);
    expect(headers['X-Count']).toBe('3');
    expect(Object.entries(headers).filter(([name]) => /^content-type$/i.test(name))).toEqual([
      ['Content-Type', 'application/json; charset=utf-8'],
    ]);
  });

  it.each([
    'Transfer-Encoding',
    'content-length',
    'Content-Encoding',
    'Connection',
    'Keep-Alive',
    'Trailer',
    'Upgrade',
    'Date',
  ])('never sends the %s of a handler', async (name) => {
    const { ask } = engineWith(() => ok([], { [name]: '1', 'X-Kept': 'a' }));
    const { status, headers } = await ask('GET /items');
    expect([status, headers['X-Kept']]).toEqual([200, 'a']);
    expect(Object.keys(headers).map((one) => one.toLowerCase())).not.toContain(name.toLowerCase());
  });

  it('survives a logger that throws', async () => {
    const logger = steadyLogger({
      info() {
        throw new Error('disk full');
      },
      warn() {},
      error() {
        throw new Error('disk full');
      },
    });
    const { ask } = shopEngine({ logger });
    expect((await ask('GET /items')).status).toBe(200);
    expect((await ask('GET /nowhere')).status).toBe(404);
  });

  it("answers in its own words where the API's error shape fails", async () => {
    const { ask } = shopEngine({
      handlers: {
        listItems: () => {
          throw new Error('no');
        },
      },
      failureShape: { mediaType: 'application/json', mustFitDocument: false, bodyOf: () => cyclic as never },
    });
    expect(await ask('GET /items')).toMatchObject({ status: 500, json: { code: 'internal-error' } });
  });
});
