import { describe, expect, it } from 'vitest';
import { createKeyMask, maskKey } from '../../../mock/engine/mask-keys.ts';
import { shopModel } from './shop.ts';

const mask = createKeyMask(shopModel);

describe('createKeyMask', () => {
  it('hides keys in headers, whatever their scheme', () => {
    const headers = {
      'x-shop-key': 'secret-key-1',
      authorization: 'Bearer abcdefgh',
      cookie: 'session=abcdefgh',
      'x-rapidapi-key': 'secret-key-2',
      accept: '*/*',
      host: undefined,
    };
    expect(mask.headers(headers)).toEqual({
      'x-shop-key': 'secr…',
      authorization: 'Bear…',
      cookie: 'sess…',
      'x-rapidapi-key': 'secr…',
      accept: '*/*',
    });
  });

  it.each([
    { given: '/v1/items?key=secret-key-1&limit=2', want: '/v1/items?key=secr…&limit=2' },
    { given: '/v1/items?limit=2&%6bey=secret-key-1', want: '/v1/items?limit=2&%6bey=secr…' },
    { given: '/v1/items?monkey=secret-key-1', want: '/v1/items?monkey=secret-key-1' },
    { given: '/v1/items?%zz=1&key=', want: '/v1/items?%zz=1&key=…' },
  ])('hides keys in $given', ({ given, want }) => {
    expect(mask.target(given)).toBe(want);
  });

  it('shows nothing of a short key', () => {
    expect(maskKey('12345678')).toBe('…');
  });
});
