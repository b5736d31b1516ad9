import { describe, expect, it } from 'vitest';
import { readMethodLines } from '../../../../docs-src/engine/draft/method-lines.ts';

describe('a line that names a method and a path', () => {
  it.each([
    { given: 'GET /users', want: ['get /users'] },
    {
      given: '`DELETE` https://api.example.com/users/<user id>'.replaceAll('`', ''),
      want: ['delete https://api.example.com/users/<user id>'],
    },
    { given: '**POST** /users/:id'.replaceAll('*', ''), want: ['post /users/:id'] },
    { given: 'PUT /a/{{ user }}/b?x=1&y=[z]', want: ['put /a/{{ user }}/b?x=1&y=[z]'] },
    { given: 'PATCH /warnings/:id HTTP/1.1', want: ['patch /warnings/:id'] },
    { given: 'get users/{id}', want: ['get users/{id}'] },
    { given: 'GET v1/lists', want: ['get v1/lists'] },
    { given: 'GET api.example.com/v1/lists', want: ['get api.example.com/v1/lists'] },
    { given: 'GET {base_url}/lists', want: ['get {base_url}/lists'] },
    { given: 'PUT, POST /users/{id}', want: ['put /users/{id}', 'post /users/{id}'] },
    { given: 'HTTP Request: GET /users.', want: ['get /users'] },
  ])('is read: $given', ({ given, want }) => {
    expect(readMethodLines(given).map(({ method, target }) => `${method} ${target}`)).toEqual(want);
  });

  it.each([
    'POST Request',
    'GET request/response',
    'GET',
    'The GET and POST methods / verbs',
    'curl -X DELETE https://api.example.com/users/1',
    'curl --request PUT https://api.example.com/users/1',
    'TARGET /users',
    'GET // a comment',
  ])('is none: %s', (given) => {
    expect(readMethodLines(given)).toEqual([]);
  });

  it.each([
    { given: 'GET /users', want: true },
    { given: '- GET /users -', want: true },
    { given: 'Then call GET /users to see them.', want: false },
  ])('tells of an operation, or merely mentions it: $given', ({ given, want }) => {
    expect(readMethodLines(given)[0]?.isAlone).toBe(want);
  });
});
