import { withKeyFromEnvironment } from '../../../../docs-src/engine/samples/key-from-environment.ts';
import type { SampleRequest } from '../../../../docs-src/engine/samples/sample-request.ts';

const plain: SampleRequest = {
  name: 'search',
  method: 'GET',
  url: 'https://api.example/v1/search',
  query: [],
  headers: [],
  cookies: [],
  credentials: [],
  body: undefined,
  answersJson: true,
};

const apiKey = {
  kind: 'key',
  in: 'header',
  name: 'x-api-key',
  prefix: '',
  value: 'SAY-FRIEND-AND-ENTER',
} as const;

const nastyTexts = [
  `l'école "x" $HOME \`id\` c++ & 50% \\ ; | #`,
  'première ligne\nsecond line\ttab',
  'carriage\rreturn \u0001 \u007f',
  '検索 🎉 ñ',
  '$' + '{key} {$key} $(id) %s <?php ?> </script>',
  '@file',
  '',
  ' edges ',
  '\\',
  "'",
  '=a&b=c',
];

/** Requests that break the sample generators of others, by name. */
export const nastyRequests: Readonly<Record<string, SampleRequest>> = {
  'plain-get': { ...plain, query: [{ name: 'lang', value: 'en' }], credentials: [apiKey] },
  'no-query': plain,
  'nasty-query': {
    ...plain,
    query: nastyTexts.map((value, index) => ({ name: `text${index}`, value })),
    credentials: [apiKey],
  },
  'nasty-names': {
    ...plain,
    query: [
      { name: 'filter[lang]', value: 'fr' },
      { name: '__proto__', value: 'x' },
      { name: "it's", value: '1' },
      { name: 'a b&c', value: '2' },
      { name: '$name', value: '3' },
    ],
  },
  'repeated-query': {
    ...plain,
    query: [
      { name: 'tag', value: "l'un" },
      { name: 'tag', value: '$deux' },
      { name: '2', value: 'two' },
      { name: '1', value: 'one' },
    ],
  },
  'nasty-headers': {
    ...plain,
    headers: [
      { name: 'X-Text', value: `it's "x" $HOME \`id\` 50% \\` },
      { name: 'X-Empty', value: '' },
    ],
    cookies: [{ name: 'theme', value: 'é;$x' }],
    credentials: [{ kind: 'key', in: 'header', name: 'Authorization', prefix: 'Bearer ', value: "k'e$y" }],
  },
  'key-in-query': {
    ...plain,
    query: [{ name: 'q', value: 'a' }],
    credentials: [{ kind: 'key', in: 'query', name: 'key', prefix: '', value: 'k&y' }],
  },
  numbers: {
    ...plain,
    method: 'POST',
    query: [
      { name: 'max', value: '2', literal: 'number' },
      { name: 'dry', value: 'true', literal: 'boolean' },
      { name: 'tag', value: '-0.001', literal: 'number' },
      { name: 'tag', value: '2' },
    ],
    body: {
      kind: 'form',
      fields: [
        { name: 'big', value: '9007199254740991', literal: 'number' },
        { name: 'half', value: '0.001', literal: 'number' },
        { name: 'on', value: 'false', literal: 'boolean' },
      ],
    },
  },
  'key-from-environment': withKeyFromEnvironment({
    ...plain,
    query: [{ name: 'q', value: 'a' }],
    cookies: [{ name: 'theme', value: 'é;$x' }],
    credentials: [
      apiKey,
      { ...apiKey, name: 'Authorization', prefix: 'Bearer ' },
      { ...apiKey, in: 'query', name: 'key' },
      { ...apiKey, in: 'cookie', name: 'session' },
    ],
  }),
  'key-from-environment-posted': withKeyFromEnvironment({
    ...plain,
    method: 'POST',
    query: [
      { name: 'tag', value: '$a' },
      { name: 'tag', value: 'b' },
    ],
    headers: [{ name: 'X-Text', value: 'plain' }],
    credentials: [
      { ...apiKey, in: 'query', name: 'key' },
      { ...apiKey, in: 'query', name: 'app id' },
      { ...apiKey, name: 'X-Word', prefix: '$`!" ' },
    ],
  }),
  'long-address': {
    ...plain,
    method: 'POST',
    url: `https://api.example/v1/${'long-way/'.repeat(6)}search`,
    query: [{ name: 'lang', value: 'en' }],
    credentials: [apiKey],
  },
  'basic-auth': { ...plain, credentials: [{ kind: 'basic', user: 'USER', password: "pa'ss$" }] },
  'json-body': {
    ...plain,
    name: 'sendFeedback',
    method: 'POST',
    query: [{ name: 'dry', value: 'true' }],
    credentials: [apiKey],
    body: {
      kind: 'json',
      mediaType: 'application/json',
      value: {
        text: nastyTexts.join(' '),
        none: null,
        yes: true,
        no: false,
        count: 3,
        half: -0.5,
        big: 1e21,
        list: [1, 'two', [], {}],
        deep: { deeper: { '0': 'zero', "it's": '$x', '': 'empty', __proto__x: 1 } },
        numbered: { '0': 'a', '1': 'b' },
        empty: {},
      },
    },
  },
  'json-scalar-body': {
    ...plain,
    method: 'PUT',
    body: { kind: 'json', mediaType: 'application/vnd.api+json', value: 'just "text" $x' },
  },
  'json-whole-numbers': {
    ...plain,
    method: 'POST',
    body: {
      kind: 'json',
      mediaType: 'application/json',
      value: { ids: [9007199254740993n, 9223372036854775808n, -9223372036854775808n], name: "l'id" },
    },
  },
  'json-empty-object': {
    ...plain,
    method: 'PATCH',
    body: { kind: 'json', mediaType: 'application/json', value: {} },
  },
  'form-body': {
    ...plain,
    method: 'POST',
    body: { kind: 'form', fields: nastyTexts.map((value, index) => ({ name: `f[${index}]`, value })) },
  },
  'form-repeated': {
    ...plain,
    method: 'POST',
    body: {
      kind: 'form',
      fields: [
        { name: 'tag', value: '@a' },
        { name: 'tag', value: "b'" },
      ],
    },
  },
  multipart: {
    ...plain,
    method: 'POST',
    body: {
      kind: 'multipart',
      parts: [
        { name: 'title', value: `it's "x"; $HOME @x <y\nnext`, contentType: undefined, fileName: undefined },
        { name: 'picture', value: 'GIF89a', contentType: 'image/gif', fileName: 'picture.gif' },
      ],
    },
  },
  'multipart-typed': {
    ...plain,
    method: 'POST',
    body: {
      kind: 'multipart',
      parts: [
        {
          name: 'meta',
          value: '{"a": "it\'s; \\"b\\", $c"}',
          contentType: 'application/json',
          fileName: undefined,
        },
        { name: 'tag', value: '@one', contentType: undefined, fileName: undefined },
        { name: 'tag', value: '', contentType: undefined, fileName: undefined },
      ],
    },
  },
  'text-body': {
    ...plain,
    method: 'POST',
    body: { kind: 'text', mediaType: 'text/plain', text: `@not-a-file ${nastyTexts.join('\n')}` },
    answersJson: false,
  },
  'file-body': {
    ...plain,
    method: 'PUT',
    body: {
      kind: 'file',
      mediaType: 'application/octet-stream',
      fileName: 'file.bin',
      content: 'binary é content',
    },
  },
  'delete-with-name-like-a-word': {
    ...plain,
    name: 'delete',
    method: 'DELETE',
    url: 'https://api.example/v1/a%20b%2Fc',
  },
  'head-request': { ...plain, name: 'repos/get', method: 'HEAD', answersJson: false },
};
