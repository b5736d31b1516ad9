import { describe, expect, it } from 'vitest';
import { nearestPath } from '../../../../openapi/operations/requests/nearest-path.ts';

const known = ['/v2/type', '/v2/search', '/v2/search-provider', '/v2/pets/{id}', '/v2/pets/{id}/photo'];

describe('nearestPath', () => {
  it.each([
    { asked: '/v2/serach', want: '/v2/search' },
    { asked: '/v2/Type', want: '/v2/type' },
    { asked: '/v2/type/', want: '/v2/type' },
    { asked: '/v2//type', want: '/v2/type' },
    { asked: '/type', want: '/v2/type' },
    { asked: '/v1/search', want: '/v2/search' },
    { asked: '/search_provider', want: '/v2/search-provider' },
    { asked: '/v2/types', want: '/v2/type' },
    { asked: '/v2/pet/12', want: '/v2/pets/{id}' },
    { asked: '/v2/pets/12/fotos', want: '/v2/pets/{id}/photo' },
  ])('takes $asked for $want', ({ asked, want }) => {
    expect(nearestPath(asked, known, '/v2')).toBe(want);
  });

  it.each(['/v2/something-else', '/favicon.ico', '/', `/v2/${'x'.repeat(8_000)}`])(
    'has no idea what %.40s could be',
    (asked) => {
      expect(nearestPath(asked, known, '/v2')).toBeUndefined();
    },
  );
});
