import { afterEach, expect, it, vi } from 'vitest';
import { createConsoleLogger } from '../../scripts/commands/console-logger.ts';

const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
afterEach(() => written.mockClear());
const lines = () =>
  written.mock.calls
    .map(([text]) => String(text))
    .join('')
    .split('\n')
    .slice(0, -1);

const log = createConsoleLogger('text');
const requestId = '9b2c1d3e-0000-4000-8000-000000000001';

it('tells an exchange in a line', () => {
  log.info({ requestId, status: 401, answeredBy: 'authenticate', why: 'missing-key' }, 'GET /v1/items 401');
  expect(lines()).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d GET \/v1\/items 401 {2}authenticate: missing-key$/),
  ]);
});

it('names the request of a failure, and each misfit with its place', () => {
  const location = { file: 'shop.yaml', pointer: '/paths/~1items' };
  const misfits = [
    { code: 'wrong-body', message: '/name must be text.', name: '/name', location },
    { code: 'missing-header', message: 'ETag is missing.', name: 'ETag', location },
  ];
  log.error({ requestId, misfits }, 'The reply of getItem does not fit the document.');
  expect(lines()).toEqual([
    expect.stringMatching(`does not fit the document\\.  request ${requestId}$`),
    '         /name must be text.  (shop.yaml#/paths/~1items)',
    '         ETag is missing.  (shop.yaml#/paths/~1items)',
  ]);
});

it('names the request of an error, and its stack', () => {
  log.error({ requestId, err: new Error('It broke.') }, 'The step "make reply" failed.');
  expect(lines().slice(0, 2)).toEqual([
    expect.stringContaining(`failed.  request ${requestId}`),
    'Error: It broke.',
  ]);
});

it.each(['info', 'warn', 'error'] as const)('lets nothing begin a line of %s, or colour it', (level) => {
  log[level](
    { misfits: [{ message: 'a\r\n12:00:00 GET / 200' }] },
    'GET /\u001B[31mred\n12:00:00 GET /forged 200',
  );
  expect(lines().filter((line) => /^\d\d:\d\d:\d\d GET \/(forged)? 200/.test(line))).toEqual([]);
  expect(lines().join('')).not.toContain('\u001B[31m');
});

it('writes JSON in the way of pino, with all that is known', () => {
  createConsoleLogger('json').error({ requestId, misfits: [{ message: 'm' }] }, 'It does not fit.');
  expect(JSON.parse(lines()[0] ?? '')).toMatchObject({
    requestId,
    msg: 'It does not fit.',
    misfits: [{ message: 'm' }],
  });
});
