import { expect, it } from 'vitest';
import { faultOfPath } from '../../../../openapi/model/read/fault-of-path.ts';

it.each([
  ['/find?{key}=1', 'no {name}'],
  ['/pets/{id', 'a { needs its }'],
  ['/pets/id}', 'a { needs its }'],
  ['/pets/{}', 'a { needs its }'],
  ['/pets/{a{b}}', 'a { needs its }'],
  ['/pets/{a/b}', 'a { needs its }'],
  ['/a/../b', 'no request has a dot'],
  ['/a/.', 'no request has a dot'],
])('names %s, which no request reaches', (path, why) => {
  const fault = faultOfPath(path);
  expect(fault?.message).toContain(`"${path}" is not served: `);
  expect(fault?.message).toContain(why);
  expect(fault?.effect).toBe('lost');
});

it.each([
  ['/page#top', '/page'],
  ['/list?kind=a#top', '/list?kind=a'],
  ['/{a#}/b#c', '/{a#}/b'],
])('says that the fragment of %s is in no request', (path, served) => {
  const message = `"${path}" is served as "${served}": a path ends before #`;
  expect(faultOfPath(path)).toEqual({ message, effect: 'changed' });
});

it.each([
  '/',
  '/search?kind=a',
  '/now?lat={lat}',
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
