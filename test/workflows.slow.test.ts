import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMockServer, type MockServer } from '../mock/server.ts';
import { packageRoot } from '../openapi/model/package-root.ts';
import { runRedocly } from '../scripts/commands/diff/run-redocly.ts';

/* openapi/workflows.arazzo.yaml, as `redocly respect` runs it against the mock. */

const file = 'openapi/workflows.arazzo.yaml';
let mock: MockServer;
beforeEach(async () => {
  mock = await createMockServer({ clock: { isFrozen: true } });
});
afterEach(() => mock.close());

async function run(workflow: string, key = 'mock-pro-key') {
  const input = ['--input', `key=${key}`, '--server', `api=${mock.apiUrl}`];
  const { exitCode, stdout } = await runRedocly(packageRoot, ['respect', file, '-w', workflow, ...input]);
  const calls = mock.requests().map(({ operationId, status }) => `${operationId} ${status}`);
  return { exitCode, stdout, calls };
}

const searches = ['search 200', 'search 200'];

test.each([
  { hasMore: true, want: [...searches, 'sendFeedback 201'] },
  { hasMore: false, want: [...searches.slice(1), 'sendFeedback 201'] },
])(
  'a whole search is lists, pages while there are more ($hasMore), and feedback',
  async ({ hasMore, want }) => {
    if (!hasMore) mock.fail({ operationId: 'search', status: 200, example: 'search-close' });
    const { exitCode, stdout, calls } = await run('wholeSearch');
    expect([exitCode, calls], stdout).toEqual([
      0,
      ['listTypes 200', 'listLangs 200', 'listBlooms 200', ...want],
    ]);
  },
);

test('a call that came too fast is sent again', async () => {
  mock.fail({ status: 429, example: 'rate-exceeded', times: 1 });
  const { exitCode, stdout, calls } = await run('waitForALimit');
  expect([exitCode, calls], stdout).toEqual([0, ['searchByProvider 429', 'searchByProvider 200']]);
});

test.each([
  { key: 'mock-throttled-key', tries: 3 },
  { key: 'mock-quota-spent-key', tries: 1 },
])('$key is tried so many times: $tries', async ({ key, tries }) => {
  const { exitCode, stdout, calls } = await run('waitForALimit', key);
  expect([exitCode, calls], stdout).toEqual([1, Array.from({ length: tries }, () => 'searchByProvider 429')]);
});
