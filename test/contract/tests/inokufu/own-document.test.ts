import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMockServer, type MockServer } from '../../../../mock/server.ts';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { deriveCases } from '../../../../openapi/operations/requests/derive-cases.ts';
import { encodeRequest } from '../../../../openapi/operations/wire/encode-request.ts';
import { type ContractReport, checkContract } from '../../contract-testing.ts';
import { loadSecondJudge } from '../../engine/second-opinion.ts';

let model: ApiModel;
let mock: MockServer;
let report: ContractReport;

beforeAll(async () => {
  model = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
  mock = await createMockServer();
  const keys = mock.keys().filter((account) => account.state === undefined);
  report = await checkContract({
    secondOpinion: true,
    target: async () => ({
      url: new URL(mock.apiUrl),
      keysByPlan: new Map(keys.map(({ plan, key }) => [plan, key])),
      close: async () => {},
    }),
  });
}, 60_000);
afterAll(() => mock.close());

test('the mock keeps every promise of the document, and Prism has nothing against any reply', () => {
  const wrong = report.operations
    .flatMap((operation) => operation.checks)
    .filter((check) => check.outcome !== 'held' || check.notes.length > 0);
  expect(wrong).toEqual([]);
  expect(report.verdict).toBe('held');
  expect(report.secondOpinion.state).toBe('used');
  expect(report.operations.map((one) => one.operationId)).toEqual(
    model.operations.map((one) => one.operationId),
  );
});

test('each plan that lacks an operation is tried on it', () => {
  const tried = report.operations.flatMap((operation) =>
    operation.checks.filter((check) => check.kind === 'closed plan').map((check) => check.operationId),
  );
  expect(tried).toEqual(['searchByRome', 'searchByRome', 'searchByFormacode', 'searchByFormacode']);
});

test('each parameter and each property of a body is broken at least once', () => {
  const places = model.operations.flatMap((operation) => {
    const broken = new Set(
      [...deriveCases(operation, model)].map(
        ({ want: { problemAt } }) => `${problemAt.where} ${problemAt.name}`,
      ),
    );
    const properties = operation.requestBody?.contents[0]?.schema?.properties ?? new Map();
    return [
      ...operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`),
      ...[...properties.keys()].map((name) => `body /${name}`),
    ]
      .filter((place) => !broken.has(place))
      .map((place) => `${operation.operationId}: ${place}`);
  });
  expect(places).toEqual([]);
});

test('Prism too finds every derived case wrong, but for rules between two parameters, which no schema can say', async () => {
  const judge = await loadSecondJudge(model);
  const serverUrl = 'http://api.example';
  const letThrough = model.operations.flatMap((operation) =>
    [...deriveCases(operation, model)]
      .filter(
        ({ request }) =>
          judge.judgeRequest(operation, encodeRequest(request, { serverUrl }), serverUrl).length === 0,
      )
      .map(({ name }) => `${operation.operationId}: ${name.replace(/ \(.*/, '')}`),
  );
  expect(letThrough).toEqual([
    'search: query ageMin: above ageMax',
    'search: query levelMin: above levelMax',
    'search: query learningTimeMin: above learningTimeMax',
    'searchByProvider: query ageMin: above ageMax',
    'searchByProvider: query levelMin: above levelMax',
    'searchByProvider: query learningTimeMin: above learningTimeMax',
    'searchByProvider: query distanceMax: without address',
  ]);
});
