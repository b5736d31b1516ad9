import { expect, test } from 'vitest';
import { packageFile } from '../../../../openapi/model/package-root.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { createCoverage } from '../../../../openapi/operations/coverage/create-coverage.ts';
import { renderCoverage } from '../../../../openapi/operations/coverage/render-coverage.ts';

const library = await readModel({
  document: packageFile('test/documents/lending-library.yaml'),
  strict: false,
});
const headers = { 'Content-Type': 'application/json' };

function seeGet(coverage: ReturnType<typeof createCoverage>, url: string, status: number, body: string) {
  coverage.see({ request: { method: 'GET', url, headers: {} }, reply: { status, headers, body } });
}

test('prints the totals, a line an operation, what was never seen and what the document lacks', () => {
  const coverage = createCoverage(library);
  seeGet(coverage, '/v1/books?genre=novel&gener=x', 200, '[{"title":"Emma","colour":1}]');
  seeGet(coverage, '/v1/books?query=x', 418, '{}');
  seeGet(coverage, '/v1/boks', 404, '{}');
  expect(renderCoverage(coverage.report())).toMatchInlineSnapshot(`
    "Coverage: 1 of 3 operations, 1 of 2 parameters, 1 of 2 enum values, 1 of 7 statuses, 1 of 8 properties

    GET   /books          listBooks         2 calls  parameters 1 of 2, enum values 1 of 2, statuses 1 of 3, properties 1 of 3
    POST  /loans          borrowBook        0 calls
    GET   /opening-hours  readOpeningHours  0 calls

    Never seen
    - listBooks, parameters: max
    - listBooks, values: genre=poetry
    - listBooks, statuses: 400, 401
    - listBooks, properties of 200: /*/pages

    Not in the document
    - listBooks: status 418 (1×), parameter "gener" (1×, perhaps "genre"), parameter "query" (1×), 200 /*/colour (1×)
    - GET /v1/boks (1×)
    "
  `);
});

test('names the first of many, and all where the whole is asked for', () => {
  const coverage = createCoverage(library);
  for (let index = 0; index < 20; index += 1) seeGet(coverage, `/v1/shelf-${index}`, 404, '{}');
  const report = coverage.report();
  expect(renderCoverage(report)).toMatch(/GET \/v1\/shelf-7 \(1×\), and 12 more$/m);
  expect(renderCoverage(report, { isWhole: true })).toContain('GET /v1/shelf-19 (1×)');
});
