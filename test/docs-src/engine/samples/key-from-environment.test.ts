import { expect, test } from 'vitest';
import { withKeyFromEnvironment } from '../../../../docs-src/engine/samples/key-from-environment.ts';
import { nastyRequests } from './nasty-requests.ts';

const [plain] = Object.values(nastyRequests);

test.each([
  ['x-api-key', '', 'API_KEY'],
  ['X-API-Token', '', 'API_TOKEN'],
  ['key', '', 'API_KEY'],
  ['app_id', '', 'API_APP_ID'],
  // A shell has these itself.
  ['path', '', 'API_PATH'],
  ['X-Home', '', 'API_HOME'],
  ['Authorization', 'Bearer ', 'API_TOKEN'],
  ['Authorization', '', 'API_AUTHORIZATION'],
  ['clé', '', 'API_CL'],
  ['-é-', '', 'API_KEY'],
])('the key that travels as %s (%s) is read from %s', (name, prefix, want) => {
  if (plain === undefined) throw new Error('There are no requests.');
  const key = { kind: 'key', in: 'header', name, prefix, value: 'MINE' } as const;
  const basic = { kind: 'basic', user: 'u', password: 'p' } as const;
  const { credentials } = withKeyFromEnvironment({ ...plain, credentials: [key, basic] });
  expect(credentials).toEqual([{ ...key, variable: want }, basic]);
});
