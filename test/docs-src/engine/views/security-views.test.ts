import { describe, expect, test } from 'vitest';
import {
  operationSecurity,
  schemeAnchor,
  securitySchemeViews,
} from '../../../../docs-src/engine/views/security-views.ts';
import { en as english } from '../../../../docs-src/engine/words/en.ts';
import { links, toyModel, toyOperation } from './toy-model.ts';

const key = { type: 'apiKey', in: 'header', name: 'x-key' };
const account = {
  type: 'oauth2',
  description: 'Ask *us*.',
  flows: {
    implicit: { authorizationUrl: 'https://a.example/ask', scopes: { read: 'May *read*.', write: 3 } },
    authorizationCode: {
      authorizationUrl: 'https://a.example/ask',
      tokenUrl: 'https://a.example/token',
      refreshUrl: 'https://a.example/again',
      scopes: {},
    },
    deviceCode: { tokenUrl: 'https://a.example/device', scopes: { read: 'Reads.' } },
    password: 'broken',
    'x-flow': ['broken'],
    clientCredentials: null,
  },
};

describe('what an operation needs', () => {
  const components = { securitySchemes: { key, account, hidden: key } };
  const keyView = { label: 'API key in the header x-key', href: '#security-key', scopes: [] };
  test.each([
    { given: [], want: { kind: 'none', alternatives: [] } },
    { given: [{}], want: { kind: 'none', alternatives: [] } },
    { given: [{ key: [] }], want: { kind: 'needed', alternatives: [[keyView]] } },
    { given: [{ key: [] }, {}], want: { kind: 'optional', alternatives: [[keyView]] } },
    {
      given: [{ key: [], account: ['read', 'write'] }, { hidden: [] }],
      want: {
        kind: 'needed',
        alternatives: [
          [keyView, { label: 'OAuth 2', href: '#security-account', scopes: ['read', 'write'] }],
          [{ ...keyView, href: undefined }],
        ],
      },
    },
  ])('by $given is $want.kind', async ({ given, want }) => {
    const operation = await toyOperation({ security: given }, { components });
    expect(operationSecurity(operation, english, links)).toEqual(want);
  });
});

describe('the facts of a scheme', () => {
  test.each([
    { given: key, want: ['API key in the header x-key', 'Header x-key'] },
    { given: { ...key, in: 'query' }, want: ['API key in the query x-key', 'Query parameter x-key'] },
    { given: { ...key, in: 'cookie' }, want: ['API key in the cookie x-key', 'Cookie x-key'] },
    { given: { type: 'apiKey', name: 'k' }, want: ['API key in the header k', 'Header k'] },
    { given: { type: 'http', scheme: 'basic' }, want: ['User name and password (Basic)', 'Scheme basic'] },
    {
      given: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      want: ['Bearer token', 'Scheme bearer', 'Format JWT'],
    },
    {
      given: { type: 'openIdConnect', openIdConnectUrl: 'https://a.example/id', scheme: 'no' },
      want: ['OpenID Connect', 'OpenID Connect URL https://a.example/id'],
    },
    { given: { type: 'mutualTLS', name: 'no' }, want: ['Client certificate (mutual TLS)'] },
    {
      given: account,
      want: [
        'OAuth 2',
        'Authorization URL (implicit) https://a.example/ask',
        'Authorization URL (authorization code) https://a.example/ask',
        'Token URL (authorization code) https://a.example/token',
        'Refresh URL (authorization code) https://a.example/again',
        'Token URL (deviceCode) https://a.example/device',
      ],
    },
  ])('$given.type $given.scheme are $want', async ({ given, want }) => {
    const model = await toyModel({}, { components: { securitySchemes: { 'the key': given } } });
    const [view] = securitySchemeViews(model.securitySchemes.values(), english);
    expect([view?.title, ...(view?.facts ?? []).map(({ term, value }) => `${term} ${value}`)]).toEqual(want);
  });

  test('include the scopes of each flow, and its place', async () => {
    const model = await toyModel({}, { components: { securitySchemes: { 'an account': account } } });
    expect(securitySchemeViews(model.securitySchemes.values(), english)).toMatchObject([
      {
        id: 'an account',
        anchor: 'security-an-account',
        descriptionHtml: '<p>Ask <em>us</em>.</p>',
        scopes: [
          { name: 'read', descriptionHtml: '<p>May <em>read</em>.</p>', flow: 'implicit' },
          { name: 'write', descriptionHtml: '', flow: 'implicit' },
          { name: 'read', descriptionHtml: '<p>Reads.</p>', flow: 'deviceCode' },
        ],
      },
    ]);
    expect(schemeAnchor('an account')).toBe('security-an-account');
  });
});
