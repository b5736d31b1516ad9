import { describe, expect, it } from 'vitest';
import { type FilledField, formRequest } from '../../../../docs-src/theme/client/try-it-request.ts';

function field(name: string, value: string, more: Partial<FilledField> = {}): FilledField {
  return { name, value, in: 'query', style: 'form', explode: true, isJson: false, isLiteral: false, ...more };
}

function urlOf(...fields: FilledField[]): string {
  return formRequest({
    server: 'https://a.example/v2/',
    path: '/pets/{id}',
    fields,
    credentials: [],
    key: '',
  }).url;
}

const id = field('id', '1', { in: 'path', style: 'simple', explode: false });

describe('what Try it sends', () => {
  it('goes on with the query that a path has', () => {
    const form = { server: '/v2', path: '/now?lat={lat}', credentials: [], key: '' };
    const lat = { ...id, name: 'lat' };
    const urls = [[lat], [lat, field('q', 'a')]].map((fields) => formRequest({ ...form, fields }).url);
    expect(urls).toEqual(['/v2/now?lat=1', '/v2/now?lat=1&q=a']);
  });

  it.each([
    ['an empty field is left out', [field('q', '')], ''],
    ['text is encoded', [field('q', 'c++ & l’été')], '?q=c%2B%2B%20%26%20l%E2%80%99%C3%A9t%C3%A9'],
    ['form, exploded', [field('q', '["a","b"]', { isJson: true })], '?q=a&q=b'],
    ['form, joined', [field('q', '["a","b"]', { isJson: true, explode: false })], '?q=a,b'],
    [
      'spaceDelimited',
      [field('q', '["a","b"]', { isJson: true, style: 'spaceDelimited', explode: false })],
      '?q=a%20b',
    ],
    [
      'pipeDelimited',
      [field('q', '["a","b"]', { isJson: true, style: 'pipeDelimited', explode: false })],
      '?q=a%7Cb',
    ],
    ['half a surrogate pair', [field('q', '\ud800')], '?q=%EF%BF%BD'],
    ['deepObject', [field('q', '{"a":1}', { isJson: true, style: 'deepObject' })], '?q%5Ba%5D=1'],
    [
      'deepObject, deeper',
      [field('q', '{"a":{"b":[1,2]}}', { isJson: true, style: 'deepObject' })],
      '?q%5Ba%5D%5Bb%5D=1&q%5Ba%5D%5Bb%5D=2',
    ],
    ['an object, exploded', [field('q', '{"a":1,"b":true}', { isJson: true })], '?a=1&b=true'],
    ['an object, joined', [field('q', '{"a":1,"b":2}', { isJson: true, explode: false })], '?q=a,1,b,2'],
  ])('writes %s', (_name, fields, query) => {
    expect(urlOf(id, ...fields)).toBe(`https://a.example/v2/pets/1${query}`);
  });

  it('puts a value into the path encoded', () => {
    expect(urlOf({ ...id, value: 'a/b c' })).toBe('https://a.example/v2/pets/a%2Fb%20c');
  });

  it('puts the key where the document says, and nowhere without a key', () => {
    const credentials = [
      { in: 'header', name: 'Authorization', prefix: 'Bearer ' },
      { in: 'query', name: 'key', prefix: '' },
    ] as const;
    const form = { server: '', path: '/', fields: [], credentials };
    expect(formRequest({ ...form, key: 'k&1' })).toEqual({
      url: '/?key=k%261',
      headers: { Authorization: 'Bearer k&1' },
    });
    expect(formRequest({ ...form, key: '' })).toEqual({ url: '/', headers: {} });
  });

  it('sends header fields as headers and no cookies, which a page may not set', () => {
    const fields = [field('X-Trace', '7', { in: 'header' }), field('session', 's', { in: 'cookie' })];
    expect(formRequest({ server: '', path: '/', fields, credentials: [], key: '' })).toEqual({
      url: '/',
      headers: { 'X-Trace': '7' },
    });
  });
});
