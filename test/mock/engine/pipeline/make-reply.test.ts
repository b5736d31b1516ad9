import { describe, expect, it } from 'vitest';
import type { Handler } from '../../../../mock/engine/handler.ts';
import { createReplyValidator } from '../../../../openapi/operations/judge/create-reply-validator.ts';
import { shopEngine, shopModel } from '../shop.ts';

const prefer = (value: string, accept?: string) => ({
  headers: accept === undefined ? { prefer: value } : { prefer: value, accept },
});

describe('an operation without a handler', () => {
  it("answers with the document's first example", async () => {
    const reply = await shopEngine().ask('GET /items');
    expect([reply.status, reply.json]).toEqual([
      200,
      [
        { id: 1, name: 'Hammer' },
        { id: 2, name: 'Saw' },
      ],
    ]);
  });

  it('answers with a value of the schema where there is no example', async () => {
    const reply = await shopEngine().ask('GET /items/newest');
    expect([reply.status, typeof reply.json.id, typeof reply.json.name]).toEqual([200, 'number', 'string']);
  });

  it('answers without a body where there is none', async () => {
    const reply = await shopEngine().ask('DELETE /items/7');
    expect([reply.status, reply.text, reply.headers['Content-Type']]).toEqual([204, '', undefined]);
  });

  it('answers with nothing where the document describes no response', async () => {
    const operations = shopModel.operations.map((operation) => ({ ...operation, responses: [] }));
    const reply = await shopEngine({ model: { ...shopModel, operations } }).ask('GET /items');
    expect([reply.status, reply.text]).toEqual([204, '']);
  });

  it.each([
    { accept: 'text/plain', want: ['text/plain; charset=utf-8', 'A hammer.'] },
    { accept: 'text/*;q=0.9, application/json;q=0.1', want: ['text/plain; charset=utf-8', 'A hammer.'] },
  ])('answers in the media type that is asked for: $accept', async ({ accept, want }) => {
    const reply = await shopEngine().ask('GET /items/7', { headers: { accept } });
    expect([reply.headers['Content-Type'], reply.text]).toEqual(want);
  });
});

describe('Prefer', () => {
  it('shows a named example', async () => {
    const reply = await shopEngine().ask('GET /items', prefer('example=none'));
    expect([reply.status, reply.json, reply.headers['Preference-Applied']]).toEqual([
      200,
      [],
      'example="none"',
    ]);
  });

  it("shows another status with its example and the example's headers", async () => {
    const reply = await shopEngine().ask('GET /items', prefer('code=404'));
    expect([reply.status, reply.json, reply.headers['Retry-After']]).toEqual([
      404,
      { reason: 'Everything is sold.' },
      '60',
    ]);
    expect(reply.headers['Preference-Applied']).toBe('code=404');
  });

  it('shows a status that only a class describes', async () => {
    expect((await shopEngine().ask('GET /items', prefer('code=418'))).status).toBe(418);
  });

  it('finds an example of another status by its name', async () => {
    const reply = await shopEngine().ask('GET /items', prefer('code=404, example=soldOut'));
    expect(reply.status).toBe(404);
  });

  it.each(['code=500', 'code=abc', 'code=99', 'code=2000', 'example=three', 'code=404, example=two'])(
    'says that the document has no %s',
    async (wanted) => {
      const reply = await shopEngine().ask('GET /items', prefer(wanted));
      expect([reply.status, reply.json.code]).toEqual([404, 'unknown-reply']);
      expect(reply.json.detail).toMatch(/It has 200 two, 200 none, 404 soldOut and 4XX\./);
      expect(reply.headers['Preference-Applied']).toBeUndefined();
    },
  );

  it('makes values up anew that the schema allows', async () => {
    let next = 0;
    const random = () => {
      next = (next + 0.37) % 1;
      return next;
    };
    const { ask } = shopEngine({ random });
    const replies = [
      await ask('GET /items', prefer('dynamic=true')),
      await ask('GET /items', prefer('dynamic=true')),
    ];
    expect(replies[0]?.text).not.toBe(replies[1]?.text);
    const operation = shopModel.operations.find(({ operationId }) => operationId === 'listItems');
    if (operation === undefined) throw new Error('The shop lists nothing.');
    const misfitsOf = createReplyValidator(operation);
    for (const { status, json } of replies) {
      expect(misfitsOf({ status, headers: {}, mediaType: 'application/json', body: json })).toEqual([]);
    }
  });

  it('comes before the handler, and after every check of the request', async () => {
    const handlers = { listItems: () => ({ status: 200, body: [] }) };
    const { ask } = shopEngine({ handlers });
    expect((await ask('GET /items', prefer('example=two'))).json).toHaveLength(2);
    expect((await ask('GET /items?limit=0', prefer('example=two'))).status).toBe(400);
    expect((await ask('GET /orders', prefer('code=200'))).status).toBe(401);
  });
});

describe('a handler', () => {
  const call = { seen: undefined as unknown };
  const handlers: Record<string, Handler> = {
    listItems: (given) => {
      call.seen = given;
      return { status: 200, body: [], headers: { 'X-Own': 'yes' } };
    },
    getItem: () => ({ status: 200, body: { id: 'seven' } }),
    removeItem: () => ({ status: 500, body: undefined }),
    getNewestItem: () => {
      throw new Error('Out of nails.');
    },
  };
  const errors: string[] = [];
  const logger = {
    info() {},
    warn() {},
    error: (facts: object, message: string) => void errors.push(`${message} ${JSON.stringify(facts)}`),
  };

  it('gets typed parameters with defaults, the clock, the id and the origin', async () => {
    const { ask } = shopEngine({ handlers });
    const reply = await ask('GET /items?color=red', { headers: { host: 'shop.test:4010' } });
    expect(call.seen).toMatchObject({
      parameters: { query: { color: 'red', limit: 10 } },
      now: Date.parse('2026-11-23T12:00:00Z'),
      requestId: reply.headers['X-Request-Id'],
      origin: 'http://shop.test:4010',
      account: undefined,
    });
    expect([reply.status, reply.json, reply.headers['X-Own']]).toEqual([200, [], 'yes']);
  });

  it.each([
    { line: 'GET /items/7', name: 'a body', says: /getItem does not fit the document.*\/id/ },
    {
      line: 'DELETE /items/7',
      name: 'a status',
      says: /removeItem does not fit the document.*undocumented-status/,
    },
  ])('whose reply has $name that the document lacks is a logged 500', async ({ line, says }) => {
    errors.length = 0;
    const { ask, engine } = shopEngine({ handlers, logger });
    const reply = await ask(line);
    expect([reply.status, reply.json.code]).toEqual([500, 'internal-error']);
    expect(errors).toEqual([expect.stringMatching(says)]);
    expect(engine.journal.entries()[0]).toMatchObject({ status: 500, why: 'misfit' });
  });

  it('that throws is a logged 500 without a word of it for the client', async () => {
    errors.length = 0;
    const { ask } = shopEngine({ handlers, logger });
    const reply = await ask('GET /items/newest');
    expect([reply.status, reply.json.code]).toEqual([500, 'internal-error']);
    expect(reply.text).not.toContain('nails');
    expect(errors).toEqual([expect.stringContaining('"make reply" failed')]);
  });

  it('for no operation of the document stops the start', () => {
    expect(() => shopEngine({ handlers: { sellItem: () => ({ status: 200, body: {} }) } })).toThrow(
      /sellItem.*no such operation in Shop/,
    );
  });
});
