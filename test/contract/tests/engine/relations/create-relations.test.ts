import { describe, expect, test } from 'vitest';
import { packageFile } from '../../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../../openapi/model/read-model.ts';
import type { Finding } from '../../../../../openapi/operations/judge/finding.ts';
import { findOperation } from '../../../../../openapi/operations/judge/judge.ts';
import { encodeRequest } from '../../../../../openapi/operations/wire/encode-request.ts';
import type { ReceivedReply } from '../../../../../openapi/operations/wire/read-reply.ts';
import { answerGenres, answerRecords, type Query, type RecordPage } from '../../../../servers/record-shop.ts';
import { createRelations } from '../../../engine/relations/create-relations.ts';
import { planRelations } from '../../../engine/relations/probes/plan-relations.ts';
import { seenCallOf } from '../../../engine/relations/seen-call.ts';

const model = await readModel({ document: packageFile('test/documents/record-shop.yaml'), strict: true });
const serverUrl = 'http://records.example/v1';

/** The toy shop with one lie: another query than it was asked, or another page than it has. */
interface ShopLie {
  readonly asked?: (query: Record<string, string | undefined>) => void;
  readonly answered?: (page: RecordPage, query: Query) => void;
}

function createShop({ asked = () => {}, answered = () => {} }: ShopLie = {}) {
  const relations = createRelations(model);
  let requests = 0;
  const call = (url: string, body: unknown) => {
    const reply = {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    };
    const known = findOperation({ request: { method: 'GET', url, headers: {} }, reply }, model);
    if ('finding' in known) throw new Error(known.finding.message);
    return { reply: known.reply, findings: relations.see(seenCallOf(known, model)) };
  };
  return {
    get(url: string) {
      const sent = Object.fromEntries(new URL(url).searchParams);
      const query: Record<string, string | undefined> = { ...sent };
      asked(query);
      const page = answerRecords(query, requests);
      requests += 1;
      answered(page, sent);
      return call(url, page);
    },
    list: (genres: unknown) => call(`${serverUrl}/genres`, genres),
    requests: () => requests,
  };
}

function probeShop(lie?: ShopLie) {
  const shop = createShop(lie);
  const findings: Finding[] = [];
  for (const operation of model.operations.filter(({ operationId }) => operationId === 'listRecords'))
    for (const probe of planRelations(operation)) {
      const earlier: ReceivedReply[] = [];
      for (let next = probe.next(earlier); next !== undefined; next = probe.next(earlier)) {
        const { reply, findings: found } = shop.get(encodeRequest(next, { serverUrl }).url);
        earlier.push(reply);
        findings.push(...found);
      }
    }
  return { findings, requests: shop.requests() };
}

const tell = ({ code, basis, message }: Finding) => `${code} (${basis}): ${message}`;

test('probes of a list take few calls, and find nothing wrong with one that keeps its relations', () => {
  const { findings, requests } = probeShop();
  expect(findings.map(tell)).toEqual([]);
  expect(requests).toBeLessThanOrEqual(14);
});

describe('each relation that is broken once is found by name', () => {
  test.each<[lie: string, want: string, lie: ShopLie]>([
    [
      'a limit that is not the one asked for',
      'echo-differs',
      {
        answered: ({ paging }) => {
          paging.limit = 3;
        },
      },
    ],
    ['genre ignored', 'filter-ignored', { asked: (query) => delete query.genre }],
    ['tag ignored', 'filter-ignored', { asked: (query) => delete query.tag }],
    ['year_from ignored', 'filter-ignored', { asked: (query) => delete query.year_from }],
    ['year_to ignored', 'filter-ignored', { asked: (query) => delete query.year_to }],
    ['q ignored', 'filter-ignored', { asked: (query) => delete query.q }],
    ['stock_from ignored', 'filter-ignored', { asked: (query) => delete query.stock_from }],
    ['stock_to ignored', 'filter-ignored', { asked: (query) => delete query.stock_to }],
    ['offset ignored', 'page-overlap', { asked: (query) => delete query.offset }],
    [
      'limit ignored',
      'page-too-long',
      {
        asked: (query) => {
          query.limit = '10';
        },
      },
    ],
    [
      'pages that share an item',
      'page-overlap',
      {
        asked: (query) => {
          if (query.offset) query.offset = String(Number(query.offset) - 1);
        },
      },
    ],
    [
      'a page without its last item',
      'page-too-short',
      {
        answered: ({ items }) => {
          items.pop();
        },
      },
    ],
    [
      'items past the end',
      'page-past-end',
      {
        answered: (page) => {
          if (page.items.length === 0) page.items = [{ id: 99, title: 'Z', genre: 'jazz', tags: [] }];
        },
      },
    ],
    [
      'a total that changes from page to page',
      'total-changed',
      {
        answered: ({ paging }) => {
          paging.total += paging.offset;
        },
      },
    ],
    [
      'no more after the first page',
      'wrong-has-more',
      {
        answered: ({ paging }) => {
          paging.more = false;
        },
      },
    ],
    [
      'more with a filter than without',
      'narrower-finds-more',
      {
        answered: ({ paging }, query) => {
          if (query.year_from) paging.total = 99;
        },
      },
    ],
    ['a sort that does nothing', 'wrong-order', { asked: (query) => delete query.sort }],
    [
      'an order upside down',
      'wrong-order',
      {
        answered: ({ items }, { sort }) => {
          if (sort === '-year') items.reverse();
        },
      },
    ],
    [
      'an order that loses items',
      'order-changes-items',
      {
        answered: ({ paging }, { sort }) => {
          if (sort === '-year') paging.total -= 1;
        },
      },
    ],
    [
      'one id for two replies',
      'value-repeated',
      {
        answered: (page) => {
          page.request = 'same';
        },
      },
    ],
  ])('%s', (_, want, lie) => {
    const { findings } = probeShop(lie);
    expect(findings.map(({ code }) => code)).toContain(want);
    expect(findings.every(({ basis, location }) => basis !== 'http' && location.pointer !== '')).toBe(true);
  });

  test.each([
    [
      'a genre that no search takes',
      [...answerGenres(), { name: 'polka' }],
      'listGenres lists polka, which listRecords does not take as genre.',
    ],
    [
      'a genre that is not listed',
      answerGenres().slice(1),
      'listRecords takes jazz as genre, which listGenres does not list.',
    ],
  ])('%s', (_, genres, want) => {
    const shop = createShop();
    expect(shop.list(answerGenres()).findings).toEqual([]);
    expect(shop.list(genres).findings.map(tell)).toEqual([`list-differs (document): ${want}`]);
  });
});

test('what only the author decided is of another weight', () => {
  const shop = createShop({
    answered: ({ items }) => {
      for (const item of items) delete item.year;
    },
  });
  const { findings } = shop.get(`${serverUrl}/records?year_from=1970`);
  expect(findings.map(tell)).toEqual([
    'filter-ignored (assumption): year_from was 1970, and /items/0/year is not there (and 4 more of 5 items).',
  ]);
});

test('a finding names the parameter, both values, and the place of the relation', () => {
  const shop = createShop({ asked: (query) => delete query.genre });
  const [finding] = shop.get(`${serverUrl}/records?genre=rock&sort=title`).findings;
  expect(finding).toMatchObject({
    code: 'filter-ignored',
    about: 'reply',
    basis: 'document',
    expected: 'rock',
    location: { pointer: '/paths/~1records/get/x-kit-relations/1' },
  });
  expect(finding?.message).toMatch(/^genre was rock, and \/items\/0\/genre is jazz/);
});

test('calls of other keys, other queries and wrong requests are not compared', () => {
  const shop = createShop();
  shop.get(`${serverUrl}/records?limit=2`);
  expect(shop.get(`${serverUrl}/records?limit=2&offset=1&genre=rock`).findings).toEqual([]);
  expect(shop.get(`${serverUrl}/records?limit=99`).findings).toEqual([]);
});
