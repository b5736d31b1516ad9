import { expect, it } from 'vitest';
import { faultOfPath } from '../../../../openapi/model/read/fault-of-path.ts';

it.each([
  ['/search?kind=a', 'a path ends before ?'],
  ['/page#top', 'a path ends before #'],
  ['/pets/{id', 'a { needs its }'],
  ['/pets/id}', 'a { needs its }'],
  ['/pets/{}', 'a { needs its }'],
  ['/pets/{a{b}}', 'a { needs its }'],
  ['/pets/{a/b}', 'a { needs its }'],
  ['/a/../b', 'no request has a dot'],
  ['/a/.', 'no request has a dot'],
])('names %s, which no request reaches', (path, why) => {
  expect(faultOfPath(path)).toContain(`"${path}" is not served: `);
  expect(faultOfPath(path)).toContain(why);
});

it.each([
  '/',
  '/pets/{id}',
  '/pets/{id}.{format}',
  '/caf%C3%A9',
  '/my path',
  '/über/{q}',
  '/a"b',
  '/100%',
  '/\uD800',
  '/$metadata',
  '/users/@me',
  '/~user',
  '/x;v=1',
  '/a:publish',
  '/a..b',
  '/.well-known/x',
  '/{a?}',
  '//a',
])('has nothing against %s', (path) => {
  expect(faultOfPath(path)).toBeUndefined();
});
