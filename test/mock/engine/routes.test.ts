import { describe, expect, it } from 'vitest';
import { createRoutes } from '../../../mock/engine/routes.ts';
import { shopModel } from './shop.ts';

const routes = createRoutes(shopModel);

describe('find', () => {
  it.each([
    { path: '/v1/items', want: '/v1/items' },
    { path: '/v1/items/7', want: '/v1/items/{id}' },
    { path: '/v1/items/newest', want: '/v1/items/newest' },
    { path: '/v1/%69tems', want: '/v1/items' },
    { path: '/v1/items/a%2Fb', want: '/v1/items/{id}' },
  ])('finds $want for $path', ({ path, want }) => {
    expect(routes.find(path)?.route.path).toBe(want);
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
    expect(routes.find(path)).toBeUndefined();
  });

  it('prefers the path that is literal for longer, whatever the order of the document', () => {
    const [operation] = shopModel.operations;
    if (operation === undefined) throw new Error('The shop is empty.');
    const paths = ['/{kind}/{id}', '/items/{id}', '/{kind}/{id}/photo', '/items/{id}/{part}'];
    const own = createRoutes({ ...shopModel, operations: paths.map((path) => ({ ...operation, path })) });
    expect(own.find('/v1/items/7')?.route.path).toBe('/v1/items/{id}');
    expect(own.find('/v1/orders/7')?.route.path).toBe('/v1/{kind}/{id}');
    expect(own.find('/v1/items/7/photo')?.route.path).toBe('/v1/items/{id}/{part}');
  });

  it('hands path values out as they were sent', () => {
    expect(routes.find('/v1/items/a%2Fb%zz')?.pathValues).toEqual({ id: 'a%2Fb%zz' });
  });

  it('serves an operation under the path of each of its servers', () => {
    const [operation] = shopModel.operations;
    const [server] = shopModel.servers;
    if (operation === undefined || server === undefined) throw new Error('The shop is empty.');
    const servers = ['https://a.example/one/', '/two', 'https://b.example'].map((defaultUrl) => ({
      ...server,
      defaultUrl,
    }));
    const own = createRoutes({ ...shopModel, operations: [{ ...operation, servers }] });
    expect(own.all.map(({ path }) => path)).toEqual(['/one/items', '/two/items', '/items']);
  });
});
