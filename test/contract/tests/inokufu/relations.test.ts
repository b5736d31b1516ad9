import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMockServer, type MockServer } from '../../../../mock/server.ts';
import type { JsonValue, Operation } from '../../../../openapi/model/api-model.ts';
import type { Finding } from '../../../../openapi/operations/judge/finding.ts';
import { findOperation } from '../../../../openapi/operations/judge/judge.ts';
import { seededRandom } from '../../../../openapi/operations/values/seeded-random.ts';
import { encodeRequest } from '../../../../openapi/operations/wire/encode-request.ts';
import type { ReceivedReply } from '../../../../openapi/operations/wire/read-reply.ts';
import { createRelations, type Relations } from '../../engine/relations/create-relations.ts';
import { planRelations } from '../../engine/relations/probes/plan-relations.ts';
import { seenCallOf } from '../../engine/relations/seen-call.ts';
import { inokufuRelations } from '../../inokufu/relations/inokufu-relations.ts';

let mock: MockServer;
let aws: MockServer;
beforeAll(async () => {
  [mock, aws] = await Promise.all([createMockServer(), createMockServer({ gateway: 'aws' })]);
});
afterAll(() => Promise.all([mock.close(), aws.close()]));

/** Values that a client may send, by parameter; undefined stands for none. */
const someValues: Readonly<Record<string, readonly (JsonValue | undefined)[]>> = {
  keywords: [undefined, 'programming', 'music', 'data science', 'qzxjkvwpfy', '!!', ''],
  lang: ['en', 'fr'],
  type: ['video', 'mooc', 'podcast', 'app'],
  bloom: ['discover', 'understand', 'do', 'degree'],
  model: ['strict', 'extended'],
  match: [undefined, 'strict', 'best-effort'],
  max: [1, 2, 5, 20],
  page: [undefined, 0, 1, 2, 40],
  sort: [undefined, 'best', 'popularity', 'random'],
  provider: ['coursera', 'Coursera', 'moncompteformation', 'CY Cergy Pontoise', 'nobody', 'edX'],
  popularityMin: [undefined, undefined, 0.5, '0.8!important'],
  noteMin: [undefined, undefined, 0.3, 0.8],
  ageMin: [undefined, undefined, 12, 18],
  ageMax: [undefined, undefined, 18, 99],
  levelMin: [undefined, undefined, -1, -0.3],
  levelMax: [undefined, undefined, 0.3, 1],
  learningTimeMin: [undefined, undefined, 10, 60],
  learningTimeMax: [undefined, undefined, 600, 100_000],
  publisher: [undefined, undefined, 'IBM', 'ibm'],
  free: [undefined, true, false, 'true!important'],
  address: [undefined, undefined, 'Lyon', 'Atlantis'],
  distanceMax: [undefined, 50],
  rome: ['H2605', 'M1805', 'A1101'],
  formacode: ['15012', '31054'],
};

function randomRequest(operation: Operation, random: () => number) {
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  const parameters = operation.parameters.flatMap((parameter) => {
    const isCodeSearch = /By(Rome|Formacode)$/.test(operation.operationId);
    const values = isCodeSearch && parameter.name === 'model' ? ['strict', 'extended2'] : undefined;
    const value = pick(values ?? someValues[parameter.name] ?? []);
    const isLeftOut = value === undefined || (!parameter.isRequired && random() < 0.5);
    return isLeftOut ? [] : [{ parameter, value }];
  });
  const hasAddress = parameters.some(({ parameter, value }) => parameter.name === 'address' && value !== '');
  const sent = parameters.filter(({ parameter }) => hasAddress || parameter.name !== 'distanceMax');
  return { operation, parameters: sent, body: undefined, security: operation.security[0] };
}

/** What stands between client and mock: changes the address that the mock is asked for, and the body that comes back. */
interface Lie {
  readonly asked?: (query: URLSearchParams) => void;
  // biome-ignore lint/suspicious/noExplicitAny: a lie changes whatever it likes
  readonly answered?: (body: any, query: URLSearchParams) => void;
}

type Request = Parameters<typeof encodeRequest>[0];

async function callAndSee(server: MockServer, relations: Relations, request: Request, lie: Lie = {}) {
  const credentials = new Map([['ApiKey', 'mock-pro-key']]);
  const { method, url, headers } = encodeRequest(request, { serverUrl: server.apiUrl, credentials });
  const asked = new URL(url);
  lie.asked?.(asked.searchParams);
  const response = await fetch(asked, { method, headers });
  const received: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    received[name] = value;
  });
  const body = JSON.parse(await response.text());
  if (response.status === 200) lie.answered?.(body, new URL(url).searchParams);
  const reply = { status: response.status, headers: received, body: JSON.stringify(body) };
  const known = findOperation({ request: { method, url, headers }, reply }, server.model);
  if ('finding' in known) throw new Error(known.finding.message);
  const plan = server.model.plans?.plans.find(({ id }) => id === 'pro');
  const findings = relations.see(seenCallOf(known, server.model, { plan }));
  return { url, status: reply.status, received: known.reply, findings };
}

async function probe(operationId: string, lie: Lie = {}) {
  const operation = mock.model.operations.find((one) => one.operationId === operationId);
  if (operation === undefined) throw new Error(operationId);
  const relations = createRelations(mock.model, { more: inokufuRelations });
  const findings: Finding[] = [];
  const urls: string[] = [];
  for (const one of planRelations(operation)) {
    const earlier: ReceivedReply[] = [];
    for (let next = one.next(earlier); next !== undefined; next = one.next(earlier)) {
      const { received, findings: found, url } = await callAndSee(mock, relations, next, lie);
      earlier.push(received);
      findings.push(...found);
      urls.push(url.slice(mock.apiUrl.length));
    }
  }
  return { findings, urls };
}

describe('a sound API breaks no relation', () => {
  test.each([
    ['search', 1],
    ['searchByProvider', 2],
    ['searchByRome', 3],
    ['searchByFormacode', 4],
  ])('%s, asked at random', async (operationId, seed) => {
    const relations = createRelations(mock.model, { more: inokufuRelations });
    const random = seededRandom(seed);
    const broken = [];
    const statuses = new Map<number, number>();
    for (const operation of mock.model.operations.filter((one) => one.security.length === 0)) {
      const { findings } = await callAndSee(mock, relations, randomRequest(operation, random));
      broken.push(...findings);
    }
    const operation = mock.model.operations.find((one) => one.operationId === operationId);
    if (operation === undefined) throw new Error(operationId);
    for (let count = 0; count < 250; count += 1) {
      const { url, status, findings } = await callAndSee(mock, relations, randomRequest(operation, random));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (findings.length > 0) broken.push({ url, findings });
    }
    expect(broken).toEqual([]);
    expect(statuses.get(200)).toBeGreaterThan(100);
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
  });

  test('nor behind a gateway that tells no limits', async () => {
    const relations = createRelations(aws.model, { more: inokufuRelations });
    const random = seededRandom(5);
    for (const operation of aws.model.operations.filter(({ method }) => method === 'get')) {
      const { status, findings } = await callAndSee(aws, relations, randomRequest(operation, random));
      expect([operation.operationId, status < 500, findings]).toEqual([operation.operationId, true, []]);
    }
  });
});

describe('probes', () => {
  test.each([
    ['search', 18],
    ['searchByProvider', 21],
    ['searchByRome', 12],
    ['searchByFormacode', 12],
  ])('of %s cost at most %i calls and find nothing wrong with a sound API', async (operationId, most) => {
    const { findings, urls } = await probe(operationId);
    expect(findings).toEqual([]);
    expect(urls.length).toBeLessThanOrEqual(most);
  });
});

/** The parameter has no effect, and the echo does not show it. */
const ignores = (name: string): Lie => ({
  asked: (query) => query.delete(name),
  answered(body, query) {
    const sent = query.get(name);
    if (sent !== null) body.request[name] = Number.isNaN(Number(sent)) ? sent : Number(sent);
  },
});
const codesOf = (findings: readonly Finding[]) =>
  new Set(findings.map(({ code, basis }) => `${code} (${basis})`));

describe('probes find by name', () => {
  test.each<[operationId: string, parameter: string, want: string]>([
    ['search', 'keywords', 'filter-ignored (document)'],
    ['search', 'page', 'page-overlap (document)'],
    ['search', 'sort', 'wrong-order (document)'],
    ['search', 'provider', 'filter-ignored (document)'],
    ['search', 'noteMin', 'filter-without-effect (suspicion)'],
    ['search', 'ageMin', 'filter-ignored (document)'],
    ['search', 'ageMax', 'filter-ignored (document)'],
    ['search', 'levelMin', 'filter-ignored (document)'],
    ['search', 'levelMax', 'filter-ignored (document)'],
    ['search', 'learningTimeMin', 'filter-ignored (document)'],
    ['search', 'learningTimeMax', 'filter-ignored (document)'],
    ['searchByProvider', 'type', 'filter-ignored (document)'],
    ['searchByProvider', 'bloom', 'filter-ignored (document)'],
    ['searchByProvider', 'match', 'wrong-result-code (document)'],
    ['searchByProvider', 'max', 'page-too-long (document)'],
    ['searchByProvider', 'popularityMin', 'filter-without-effect (suspicion)'],
    ['searchByProvider', 'publisher', 'filter-ignored (document)'],
    ['searchByProvider', 'free', 'filter-ignored (document)'],
    ['searchByRome', 'type', 'filter-ignored (document)'],
    ['searchByRome', 'sort', 'not-shuffled (suspicion)'],
    ['searchByFormacode', 'bloom', 'filter-ignored (document)'],
  ])('%s ignores %s, and echoes it', async (operationId, parameter, want) => {
    const { findings } = await probe(operationId, ignores(parameter));
    expect(codesOf(findings)).toContain(want);
  });

  test.each<[lie: string, want: string, answered: NonNullable<Lie['answered']>]>([
    ['an echo of another request', 'echo-differs (document)', ({ request }) => (request.keywords = 'chess')],
    [
      'a page that is not the one asked for',
      'echo-differs (document)',
      ({ response }) => (response.metadata.page += 1),
    ],
    [
      'a number of items per page that is none',
      'echo-differs (assumption)',
      ({ response }) => (response.metadata['number item per page'] = 7),
    ],
    ['one id for all', 'value-repeated (document)', ({ request }) => (request.id = 'same')],
    ['an id that is not the header', 'request-id-differs (assumption)', ({ request }) => (request.id += 'x')],
    [
      'a total that is one too high',
      'page-too-short (document)',
      ({ response }) => (response.metadata['total number item'] += 1),
    ],
    ['a page without its last item', 'page-too-short (document)', ({ response }) => response.content.pop()],
    ['always more', 'wrong-has-more (document)', ({ response }) => (response.metadata.hasMore = true)],
    [
      'nothing found, and still sure',
      'wrong-result-code (document)',
      ({ response }) => (response.msg = 'A00 - ok'),
    ],
    [
      'not sure where nothing may be given up',
      'wrong-result-code (assumption)',
      ({ response }) => (response.msg = 'B00 - ok'),
    ],
    ['another status in the body', 'status-code-differs (document)', (body) => (body.statusCode = 201)],
    [
      'items of another language',
      'filter-ignored (document)',
      ({ response }) => {
        for (const item of response.content) item.lang = 'de';
      },
    ],
    [
      'items without a level',
      'filter-ignored (assumption)',
      ({ response }) => {
        for (const item of response.content.slice(1)) delete item.level;
      },
    ],
    [
      'learning times in pages',
      'filter-ignored (assumption)',
      ({ response }, query) => {
        if (query.has('learningTimeMin')) for (const item of response.content) item.learningTimeUnit = 'p';
      },
    ],
  ])('%s', async (_, want, answered) => {
    const { findings } = await probe('search', { answered });
    expect(codesOf(findings)).toContain(want);
  });

  test('a filter that is marked `!important` and given up', async () => {
    const operation = mock.model.operations.find((one) => one.operationId === 'searchByProvider');
    if (operation === undefined) throw new Error('searchByProvider');
    const values: Readonly<Record<string, JsonValue>> = {
      provider: 'coursera',
      lang: 'en',
      keywords: 'qzxjkvwpfy',
      levelMin: '0.5!important',
    };
    const parameters = operation.parameters.flatMap((parameter) => {
      const value = values[parameter.name];
      return value === undefined ? [] : [{ parameter, value }];
    });
    const request = { operation, parameters, body: undefined, security: operation.security[0] };
    const seen = async (lie: Lie) => {
      const relations = createRelations(mock.model, { more: inokufuRelations });
      return codesOf((await callAndSee(mock, relations, request, lie)).findings);
    };
    expect(await seen({})).toEqual(new Set());
    expect(await seen({ answered: ({ response }) => (response.content[0].level = 0.4) })).toContain(
      'filter-ignored (document)',
    );
  });
});
