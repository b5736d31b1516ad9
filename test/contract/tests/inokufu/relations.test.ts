import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMockServer, type MockServer } from '../../../../mock/server.ts';
import type { JsonValue, Operation } from '../../../../openapi/model/api-model.ts';
import { findOperation } from '../../../../openapi/operations/judge/judge.ts';
import { seededRandom } from '../../../../openapi/operations/values/seeded-random.ts';
import { encodeRequest } from '../../../../openapi/operations/wire/encode-request.ts';
import { createRelations, type Relations } from '../../engine/relations/create-relations.ts';
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

async function callAndSee(
  server: MockServer,
  relations: Relations,
  request: Parameters<typeof encodeRequest>[0],
) {
  const credentials = new Map([['ApiKey', 'mock-pro-key']]);
  const { method, url, headers } = encodeRequest(request, { serverUrl: server.apiUrl, credentials });
  const response = await fetch(url, { method, headers });
  const received: Record<string, string> = {};
  response.headers.forEach((value, name) => {
    received[name] = value;
  });
  const reply = { status: response.status, headers: received, body: await response.text() };
  const known = findOperation({ request: { method, url, headers }, reply }, server.model);
  if ('finding' in known) throw new Error(known.finding.message);
  const plan = server.model.plans?.plans.find(({ id }) => id === 'pro');
  return { url, status: reply.status, findings: relations.see(seenCallOf(known, server.model, { plan })) };
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
