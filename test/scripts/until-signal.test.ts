import { describe, expect, it } from 'vitest';
import { isRunByNpm } from '../../scripts/commands/until-signal.ts';

describe('isRunByNpm', () => {
  it.each([
    'node scripts/setup.mjs api-kit mock',
    "'api-kit'",
    'api-kit mock my-api.yaml --port 4010',
    'npx api-kit mock',
  ])('%s', (script) => expect(isRunByNpm(script)).toBe(true));

  it.each([
    ['started without npm', undefined],
    ['left in the background', 'api-kit mock & wait-on tcp:4010'],
    ['started by a program that npm started', 'node start-servers.js'],
  ])('is false for what is %s', (_why, script) => expect(isRunByNpm(script)).toBe(false));
});
