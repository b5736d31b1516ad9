import { describe, expect, it } from 'vitest';
import { isCallOf, readTarget, shapeOfPath } from '../../../../docs-src/engine/draft/request-target.ts';

describe('a placeholder', () => {
  it.each([
    { given: '/users/:id', want: '/users/{id}' },
    { given: '/users/{id}', want: '/users/{id}' },
    { given: '/users/{{id}}', want: '/users/{id}' },
    { given: '/users/<id>', want: '/users/{id}' },
    { given: '/users/&lt;id&gt;', want: '/users/{id}' },
    { given: '/users/[id]', want: '/users/{id}' },
    { given: '/users/$id', want: '/users/{id}' },
    { given: `/users/${'$'}{id}`, want: '/users/{id}' },
    { given: '/users/#{id}', want: '/users/{id}' },
    { given: '/users/USER_ID/cards', want: '/users/{USER_ID}/cards' },
    { given: '/users/<the user id>', want: '/users/{the_user_id}' },
    { given: '/photos/:id.json', want: '/photos/{id}.json' },
    { given: '/a/<ID>/b/<ID>', want: '/a/{ID}/b/{ID2}' },
  ])('of any style has braces: $given', ({ given, want }) => {
    expect(readTarget(given)?.path).toBe(want);
  });
});

describe('an address', () => {
  it.each([
    { given: 'https://api.example.com/v1/users/', want: ['https://api.example.com', '/v1/users'] },
    { given: 'api.example.com/v1/users', want: ['https://api.example.com', '/v1/users'] },
    { given: 'https://<shop>.example.com/users', want: ['https://{shop}.example.com', '/users'] },
    { given: '{base_url}/users', want: [undefined, '/users'] },
    { given: '$API/users', want: [undefined, '/users'] },
    { given: 'v1/users', want: [undefined, '/v1/users'] },
    { given: '/{object}/{id}', want: [undefined, '/{object}/{id}'] },
  ])('has an origin, if one is known, and a path: $given', ({ given, want }) => {
    const target = readTarget(given);
    expect([target?.origin, target?.path]).toEqual(want);
  });

  it('that is a placeholder as a whole names no path', () => {
    expect(readTarget('{CALLBACK_URL}')?.path).not.toBe('/');
  });

  it.each([
    {
      given: '/a?page=2&q=<text>',
      want: [
        ['page', '2'],
        ['q', ''],
      ],
    },
    { given: '/a?key=YOUR_KEY', want: [['key', '']] },
    {
      given: '/a{?page,limit}',
      want: [
        ['page', ''],
        ['limit', ''],
      ],
    },
    { given: '/a?ids[]=1', want: [['ids', '1']] },
  ])('has the pairs of its query, without values that are placeholders: $given', ({ given, want }) => {
    expect(readTarget(given)?.query.map(({ name, value }) => [name, value])).toEqual(want);
  });
});

it('compares paths by their placeholders, not by the names of those', () => {
  expect(shapeOfPath('/a/{b}/c')).toBe(shapeOfPath('/a/{d}/c'));
});

it.each([
  { path: '/users/42', want: true },
  { path: '/users/5f0c1b3e9d', want: true },
  { path: '/users/{other}', want: true },
  { path: '/users/me', want: false },
  { path: '/users/42/cards', want: false },
  { path: '/cards/42', want: false },
])('takes a path with values for a call of one with placeholders: $path', ({ path, want }) => {
  expect(isCallOf('/users/{id}', path)).toBe(want);
});
