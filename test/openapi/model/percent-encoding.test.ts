import { describe, expect, it } from 'vitest';
import { decodePercent, percentEncode } from '../../../openapi/model/percent-encoding.ts';

describe('percentEncode', () => {
  it.each([
    { given: 'aZ09-._~', want: 'aZ09-._~' },
    { given: "!'()*", want: '%21%27%28%29%2A' },
    { given: '%/?#[]@$&+,;=: "', want: '%25%2F%3F%23%5B%5D%40%24%26%2B%2C%3B%3D%3A%20%22' },
    { given: 'é🙂', want: '%C3%A9%F0%9F%99%82' },
    { given: 'x\ud83d', want: 'x%EF%BF%BD' },
    { given: '\udc00\ud83d', want: '%EF%BF%BD%EF%BF%BD' },
    { given: '\0\n', want: '%00%0A' },
  ])('writes $given as $want', ({ given, want }) => {
    expect(percentEncode(given)).toBe(want);
  });
});

describe('decodePercent', () => {
  it.each([
    { given: '%C3%A9+', want: 'é+' },
    { given: '100%', want: undefined },
    { given: '%zz', want: undefined },
    { given: '%E0%A4', want: undefined },
    { given: '%ED%A0%BD', want: undefined },
    { given: '', want: '' },
  ])('reads $given as $want', ({ given, want }) => {
    expect(decodePercent(given)).toBe(want);
  });
});
