import { expect, test } from 'vitest';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { chooseKey } from '../../engine/choose-key.ts';

/** A document with one security scheme: all that is looked at here. */
function modelWith(scheme: object): ApiModel {
  return { plans: undefined, securitySchemes: new Map([['card', scheme]]) } as unknown as ApiModel;
}
const inHeader = modelWith({ type: 'apiKey', in: 'header' });
const inQuery = modelWith({ type: 'apiKey', in: 'query' });

test.each(['', ' ', '\t', '\n', '\r\n', '\u00a0'])('the key %j is none, and that is said', (key) => {
  expect(chooseKey(inHeader, { key })).toMatchObject({
    key: undefined,
    notes: ['The environment variable API_KIT_KEY is empty, which counts as no key.'],
  });
});

test.each(['a', 'a b', 'a/b+c=', 'cl\u00e9', '0'])('%j is a key', (key) => {
  expect(chooseKey(inHeader, { key })).toMatchObject({ key, notes: [] });
});

test('no key is no key, and there is nothing to say', () => {
  expect(chooseKey(inHeader, {})).toMatchObject({ key: undefined, notes: [] });
});

test.each([
  { given: 'key\n', because: /begins or ends with white space/ },
  { given: ' key', because: /begins or ends with white space/ },
  { given: 'key\r\n', because: /begins or ends with white space/ },
  { given: '\ufeffkey', because: /begins or ends with white space/ },
  { given: 'a\nb', because: /holds a line end/ },
  { given: 'a\u0000b', because: /holds a line end, a control character/ },
  { given: 'a\u007fb', because: /a control character/ },
  { given: 'ключ', because: /a letter beyond Latin-1/ },
  { given: 'k\u201cey', because: /a letter beyond Latin-1/ },
  { given: '🔑', because: /a letter beyond Latin-1/ },
])('the key $given can be in no header, and is refused in one sentence', ({ given, because }) => {
  expect(() => chooseKey(inHeader, { key: given })).toThrow(because);
});

test.each([
  { rule: 'a bearer token is a header', scheme: { type: 'http', scheme: 'bearer' } },
  { rule: 'a token of OAuth is a header', scheme: { type: 'oauth2' } },
])('$rule', ({ scheme }) => {
  expect(() => chooseKey(modelWith(scheme), { key: 'ключ' })).toThrow(/no header can carry/);
});

test('a key that is percent-encoded, or base64, may hold any letter', () => {
  expect(chooseKey(inQuery, { key: 'ключ' }).key).toBe('ключ');
  expect(chooseKey(modelWith({ type: 'http', scheme: 'basic' }), { key: 'имя:ключ' }).key).toBe('имя:ключ');
});

test("a key of a plan's is looked at, too", () => {
  expect(() => chooseKey(inHeader, { keysByPlan: new Map([['free', 'a\nb']]) })).toThrow(/holds a line end/);
});
