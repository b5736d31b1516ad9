import { describe, expect, it } from 'vitest';
import { parsePrefer } from '../../../mock/engine/prefer-header.ts';

describe('parsePrefer', () => {
  it.each([
    { given: 'code=404', want: { code: '404', example: undefined, isDynamic: false } },
    { given: 'code=200, example=two', want: { code: '200', example: 'two', isDynamic: false } },
    {
      given: 'CODE = 200; example="nothing, found"',
      want: { code: '200', example: 'nothing, found', isDynamic: false },
    },
    { given: 'example="a \\"b\\""', want: { code: undefined, example: 'a "b"', isDynamic: false } },
    { given: 'dynamic=true', want: { code: undefined, example: undefined, isDynamic: true } },
    { given: 'code=200, code=404', want: { code: '200', example: undefined, isDynamic: false } },
    {
      given: 'respond-async, wait=10, code=429',
      want: { code: '429', example: undefined, isDynamic: false },
    },
  ])('reads $given', ({ given, want }) => {
    expect(parsePrefer(given)).toEqual(want);
  });

  it.each([
    undefined,
    '',
    'respond-async',
    'dynamic=false',
    'return=minimal',
    'code=, example=""',
    ',,;',
    '"',
  ])('sees no wish of the mock in %s', (given) => {
    expect(parsePrefer(given)).toBeUndefined();
  });
});
