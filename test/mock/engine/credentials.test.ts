import { expect, it } from 'vitest';
import { apiRequest } from '../../../mock/engine/api-request.ts';
import { credentialFor, isWellFormed } from '../../../mock/engine/credentials.ts';
import type { SecurityScheme } from '../../../openapi/model/api-model.ts';

const inQuery = { type: 'apiKey', in: 'query', name: 'a key' };
const inCookie = { type: 'apiKey', in: 'cookie', name: 'session' };

it.each([
  { scheme: inQuery, given: 'b=1&a+key=x%2Fy+z', want: 'x/y z' },
  { scheme: inQuery, given: 'a%20key=first&a%20key=second', want: 'first' },
  { scheme: inQuery, given: 'a%20key=50%', want: '50%' },
  { scheme: inQuery, given: 'a%20key=', want: undefined },
  { scheme: inCookie, given: 'b=1; session=x=y', want: 'x=y' },
  { scheme: inCookie, given: 'session=x%2Fy%3B', want: 'x/y;' },
  { scheme: inCookie, given: 'session=50%', want: '50%' },
  { scheme: inCookie, given: 'session', want: undefined },
])('the credential of $given is $want', ({ scheme, given, want }) => {
  const [target, cookie] = scheme === inQuery ? [`/?${given}`, ''] : ['/', given];
  const request = apiRequest({ method: 'GET', target, headers: { cookie } });
  expect(credentialFor(scheme as SecurityScheme, request, given)).toBe(want);
});

it.each([
  { given: btoa('key:'), want: true },
  { given: btoa('key:a:b'), want: true },
  { given: btoa('key'), want: false },
  { given: '***', want: false },
])('basic authentication is a name, a colon and a password: $given is $want', ({ given, want }) => {
  const scheme = { type: 'http', scheme: 'basic' } as SecurityScheme;
  expect(isWellFormed(scheme, { authorization: `Basic ${given}` })).toBe(want);
});
