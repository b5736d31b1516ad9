import { describe, expect, it } from 'vitest';
import { createKeyMask, maskKey } from '../../../mock/engine/mask-keys.ts';
import { shopModel } from './shop.ts';

const shopKeys = ['mock-small-key', 'large-demo-key'];
const mask = createKeyMask(shopModel.securitySchemes.values(), () => shopKeys);

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
    {
      given: '/v1/items?apiKey=secret-key-1;x_api_token=secret-key-2',
      want: '/v1/items?apiKey=secr…;x_api_token=secr…',
    },
    { given: 'http://user:pass@host/v1/items?a=b@c', want: 'http://…@host/v1/items?a=b@c' },
    { given: '/v1/mock-small-key?q=mock%2dsmall-key', want: '/v1/mock…?q=mock…' },
    { given: '/v1/items?%zz=1&key=', want: '/v1/items?%zz=1&key=…' },
  ])('hides keys in $given', ({ given, want }) => {
    expect(mask.target(given)).toBe(want);
  });

  const demoKeys = ['demo'];
  it('takes a short key for one only where it stands alone', () => {
    const { text } = createKeyMask([], () => demoKeys);
    expect(text('demo, x=demo, demographic, my-demo, a demo.')).toBe('…, x=…, demographic, my-…, a ….');
  });

  const oddKeys = ['a+b/c=(ключ)'];
  it('hides a key of signs that mean something in a pattern, percent-encoded too', () => {
    const { text } = createKeyMask([], () => oddKeys);
    expect(text(`a+b/c=(ключ) ${encodeURIComponent('a+b/c=(ключ)')} aab/c=(ключ)`)).toBe(
      'a+b/… a+b/… aab/c=(ключ)',
    );
  });

  it('shows nothing of a short key', () => {
    expect(maskKey('12345678')).toBe('…');
  });
});
