import { describe, expect, it } from 'vitest';
import { createRoutes, type Routes } from '../../../../openapi/operations/requests/routes.ts';
import { shopModel } from '../../../mock/engine/shop.ts';

const routes = createRoutes(shopModel);

/** The best route of a path that is asked for without a query. */
function best(path: string, of: Routes = routes) {
  return of.find({ path, queryString: '', headers: {} })[0];
}

describe('find', () => {
  it.each([
    { path: '/v1/items', want: '/v1/items' },
    { path: '/v1/items/7', want: '/v1/items/{id}' },
    { path: '/v1/items/newest', want: '/v1/items/newest' },
    { path: '/v1/%69tems', want: '/v1/items' },
    { path: '/v1/items/a%2Fb', want: '/v1/items/{id}' },
  ])('finds $want for $path', ({ path, want }) => {
    expect(best(path)?.route.path).toBe(want);
  });

  it.each([
    '/items',
    '/v1/items/',
    '/v1//items',
    '/v1/Items',
    '/v1/items/7/8',
    '/v1',
    '/',
    '*',
    '/v1/items/{id}/x',
  ])('finds nothing for %s', (path) => {
    expect(best(path)).toBeUndefined();
  });

  it('prefers the path that is literal for longer, whatever the order of the document', () => {
    const [operation] = shopModel.operations;
    if (operation === undefined) throw new Error('The shop is empty.');
    const paths = [
      '/{kind}/{id}',
      '/items/{id}',
      '/{kind}/{id}/photo',
      '/items/{id}/{part}',
      '/items/{id}:feed',
    ];
    const own = createRoutes({ ...shopModel, operations: paths.map((path) => ({ ...operation, path })) });
    expect(best('/v1/items/7', own)?.route.path).toBe('/v1/items/{id}');
    expect(best('/v1/orders/7', own)?.route.path).toBe('/v1/{kind}/{id}');
    expect(best('/v1/items/7/photo', own)?.route.path).toBe('/v1/items/{id}/{part}');
    expect(best('/v1/items/7:feed', own)?.route.path).toBe('/v1/items/{id}:feed');
    expect(best('/v1/items/7:feeds', own)?.route.path).toBe('/v1/items/{id}');
  });

  it.each([
    { path: '/v1/v/metadata', want: '/v1/{kind}/metadata' },
    { path: '/v1/kinds/me', want: '/v1/kinds/{id}' },
    { path: '/v1/a/b', want: '/v1/a/{id}' },
    { path: '/v1/c/b', want: '/v1/{kind}/b' },
  ])(
    'prefers for $path the path with more literal text, $want; of equals the one that is literal sooner',
    ({ path, want }) => {
      const [operation] = shopModel.operations;
      if (operation === undefined) throw new Error('The shop is empty.');
      const paths = [
        '/{kind}/{id}',
        '/{kind}/metadata',
        '/{kind}/me',
        '/{kind}/b',
        '/kinds/{id}',
        '/a/{id}',
        '/v/{id}',
      ];
      const own = createRoutes({
        ...shopModel,
        operations: paths.map((one) => ({ ...operation, path: one })),
      });
      expect(best(path, own)?.route.path).toBe(want);
    },
  );

  it.each([
    { template: '/über', asked: ['/%C3%BCber', '/%c3%bcber'] },
    { template: '/caf%C3%A9', asked: ['/caf%C3%A9', '/caf%c3%a9'] },
    { template: '/my path', asked: ['/my%20path'] },
    { template: '/$metadata', asked: ['/$metadata', '/%24metadata'] },
    { template: '/検索/{q}', asked: ['/%E6%A4%9C%E7%B4%A2/x'] },
    { template: '/a|b', asked: ['/a|b', '/a%7Cb'] },
    { template: '/users/@me', asked: ['/users/@me', '/users/%40me'] },
    { template: '/~user', asked: ['/~user', '/%7Euser'] },
    { template: '/x;v=1', asked: ['/x;v=1', '/x%3Bv%3D1'] },
    { template: '/100%', asked: ['/100%25'] },
    { template: '/a%2Fb', asked: ['/a%2Fb', '/a%2fb'] },
    { template: '/a+b', asked: ['/a+b', '/a%2Bb'] },
    { template: "/it's(1)", asked: ["/it's(1)"] },
    { template: '/{id}:publish', asked: ['/5:publish', '/5%3Apublish'] },
  ])('finds $template however a client has encoded it', ({ template, asked }) => {
    const [operation] = shopModel.operations;
    if (operation === undefined) throw new Error('The shop is empty.');
    const own = createRoutes({ ...shopModel, operations: [{ ...operation, path: template }] });
    for (const path of asked) expect(best(`/v1${path}`, own)?.route.path, path).toBe(`/v1${template}`);
    expect(best('/v1/a/b', own)).toBeUndefined();
  });

  it('hands path values out as they were sent', () => {
    expect(best('/v1/items/a%2Fb%zz')?.pathValues).toEqual({ id: 'a%2Fb%zz' });
  });

  it('serves an operation under the path of each of its servers', () => {
    const [operation] = shopModel.operations;
    const [server] = shopModel.servers;
    if (operation === undefined || server === undefined) throw new Error('The shop is empty.');
    const servers = [
      'https://a.example/one/',
      '/two',
      'https://b.example',
      '//c.example/three',
      './four',
    ].map((defaultUrl) => ({
      ...server,
      defaultUrl,
    }));
    const own = createRoutes({ ...shopModel, operations: [{ ...operation, servers }] });
    expect(own.all.map(({ path }) => path)).toEqual([
      '/one/items',
      '/two/items',
      '/items',
      '/three/items',
      '/four/items',
    ]);
  });
});
