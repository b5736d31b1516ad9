import type { JsonObject, JsonValue } from '../../../openapi/model/api-model.ts';
import { nested, oddSchemas } from './odd-values.ts';

/** Something added to a document: to every map (or list) of this name that is chosen, under this key. */
export interface OddPart {
  readonly to: string;
  readonly key: string;
  readonly value: JsonValue;
}

const ok = (content: JsonObject): JsonObject => ({ description: 'ok', content });
const json = (example: JsonValue): JsonObject => ({ 'application/json': { example } });
const header = (example: JsonValue): JsonObject => ({ schema: { type: 'string' }, example });

const headers: readonly (readonly [string, JsonValue])[] = [
  ['Transfer-Encoding', header('chunked')],
  ['Content-Length', header('3')],
  ['content-length', { required: true, schema: { type: 'integer' } }],
  ['Content-Encoding', header('gzip')],
  ['Connection', header('upgrade')],
  ['Keep-Alive', header('timeout=0')],
  ['Trailer', header('X-Late')],
  ['Upgrade', header('websocket')],
  ['Date', header('yesterday')],
  ['Content-Type', header('text/nonsense')],
  ['Location', header('/a → b')],
  ['Set-Cookie', header(['a=1', 'b=2'])],
  ['Retry-After', header(-1.5)],
  ['RateLimit', header({ remaining: 'many' })],
  ['Allow', header('日本語')],
  ['X-Request-Id', header('mine')],
  ['Access-Control-Allow-Origin', header('http://a.example\r\nX: y')],
  ['X-Note', header('one\ntwo')],
  ['X-Note', header('日本語')],
  ['X-Note', header('\u0000')],
  ['X-Note', header(null)],
  ['X-Note', header('x'.repeat(70_000))],
  ['X-Note', { required: true, schema: { type: 'string', enum: ['ключ'] } }],
  ['X-Note', { required: true, schema: { type: 'array', minItems: 2, items: { const: 'a\nb' } } }],
  ['X-Note', { content: json({ a: '→' }) }],
  ['X Note', header('name with a space')],
  ['X-Nöte', header('name beyond ASCII')],
  ['', header('no name')],
  ['X:Note', header('colon')],
  ['X-Note\r\nX-More', header('line end')],
  ['__proto__', header('odd name')],
];

const contents: readonly (readonly [string, JsonValue])[] = [
  ['*/*', { schema: { type: 'string' } }],
  ['text/*', { example: 'text' }],
  ['', { example: 'no name' }],
  ['text/plain\r\nX: y', { example: 'line end' }],
  ['text/plain; name=→', { example: 'arrow' }],
  ['приложение/json', { example: {} }],
  ['application/json', { example: nested(2_500, (inner) => [inner]) }],
  ['application/json', { example: nested(2_500, (inner) => ({ a: inner })) }],
  [
    'application/json',
    { examples: { 'a"b\\': { value: 1 }, ключ: { value: 2 }, ['__proto__']: { value: 3 } } },
  ],
  ['application/json', { examples: { remote: { externalValue: 'http://nowhere.example/x' }, odd: 5 } }],
  ['application/xml', { example: { 'a b': { '<': [1, [2]] }, '': null, '1': '\u0000' } }],
  ['application/xml', { schema: oddSchemas.find((schema) => JSON.stringify(schema).includes('xml')) ?? {} }],
  [
    'application/x-www-form-urlencoded',
    { example: { a: [{ b: '\ud83d' }], '': nested(400, (inner) => [inner]) } },
  ],
  ['application/x-www-form-urlencoded', { example: 'no object' }],
  [
    'multipart/form-data',
    { example: { a: '\r\n--', 'b"\r\n': ['x'] }, encoding: { a: { contentType: 'a\nb' } } },
  ],
  ['multipart/form-data; boundary=""', { example: {} }],
  ['application/octet-stream', { example: { no: 'bytes' } }],
  ['application/octet-stream', { schema: { type: 'string', format: 'binary' }, example: '\ud83d' }],
  ['text/event-stream', { example: ['a', { b: '\n' }] }],
  ['text/plain', { example: { no: 'text' } }],
  ['application/jsonl', { itemSchema: { type: 'object' }, example: [1, 2] }],
  ['application/json; charset=utf-16', { example: 'ü' }],
];

const responses: readonly (readonly [string, JsonValue])[] = [
  ...[
    '100',
    '101',
    '103',
    '199',
    '1XX',
    '204',
    '205',
    '304',
    '200',
    '206',
    '416',
    '600',
    '999',
    '99',
    '2XX',
    'default',
  ].map((status) => [status, ok(json({ a: status }))] as const),
  ['200', { description: 'ok', headers: Object.fromEntries(headers), content: json('all of them') }],
  ['200', { description: 'ok', content: Object.fromEntries(contents) }],
  ['200', { $ref: '#/components/responses/Nowhere' }],
  ['204', { description: 'none', headers: { 'Content-Length': header('5') } }],
  ['200 ', ok(json(1))],
  ['OK', ok(json(1))],
];

const schemaParameter = (
  name: string,
  place: string,
  schema: JsonValue,
  more: JsonObject = {},
): JsonObject => ({
  name,
  in: place,
  required: true,
  schema,
  ...more,
});

const parameters: readonly JsonValue[] = [
  schemaParameter('q', 'query', { type: 'string' }, { example: 'x\ud83d' }),
  schemaParameter('日本', 'query', { type: 'string' }, { example: '\u0000' }),
  schemaParameter('X Odd', 'header', { type: 'string' }, { example: '→' }),
  schemaParameter('X-Line', 'header', { type: 'string' }, { example: 'a\r\nX: y' }),
  schemaParameter('Content-Length', 'header', { type: 'integer' }, { example: 3 }),
  schemaParameter('Transfer-Encoding', 'header', { type: 'string' }, { example: 'chunked' }),
  schemaParameter('Host', 'header', { type: 'string' }, { example: 'a b' }),
  schemaParameter('c;d', 'cookie', { type: 'string' }, { example: 'a;b=\ud83d→' }),
  schemaParameter('nowhere', 'path', { type: 'string' }, { example: '../..' }),
  schemaParameter('%', 'path', { type: 'string' }),
  schemaParameter('deep', 'query', { type: 'object' }, { style: 'deepObject', example: { a: [{ b: {} }] } }),
  schemaParameter('list', 'query', { type: 'array' }, { style: 'pipeDelimited', example: ['\ud83d', '|'] }),
  schemaParameter('odd', 'query', {}, { style: 'odd', explode: 'yes' }),
  { name: 'c', in: 'query', content: json(nested(600, (inner) => [inner])) },
  { name: 'd', in: 'body', schema: { type: 'object' } },
  { $ref: '#/components/parameters/Nowhere' },
  ...oddSchemas.slice(0, 40).map((schema, index) => schemaParameter(`s${index}`, 'query', schema)),
];

const paths: readonly (readonly [string, JsonValue])[] = [
  '/{a}',
  '/{a}/{b}',
  '/{a}{b}',
  '/{a',
  '/a}',
  '/{}',
  '/{__proto__}',
  '/openapi.json',
  '/100%',
  '/%zz/{a}',
  '/a?b=c#d',
  '//',
  'no-slash',
  '',
  '/ключ →',
  '/\ud83d',
  '/line\r\nX: y',
  `/${'long/'.repeat(3_000)}`,
].map((name) => [name, { get: { responses: { '200': ok(json(name)) } }, post: { responses: {} } }] as const);

const securitySchemes: readonly (readonly [string, JsonValue])[] = [
  ['ключ', { type: 'apiKey', in: 'header', name: 'X-Ключ' }],
  ['line', { type: 'http', scheme: 'Bea\r\nrer' }],
  ['odd', { type: 'http', scheme: '→', bearerFormat: '"' }],
  ['empty', { type: 'apiKey', in: 'header', name: '' }],
  ['length', { type: 'apiKey', in: 'header', name: 'Content-Length' }],
  ['query', { type: 'apiKey', in: 'query', name: '\ud83d&' }],
  ['cookie', { type: 'apiKey', in: 'cookie', name: 'a;b' }],
  [
    'oauth',
    { type: 'oauth2', flows: { odd: 5, implicit: { scopes: 'x', authorizationUrl: 'http://[::1' } } },
  ],
  ['none', { type: 'odd' }],
];

/** Parts of a document that are allowed, or nearly so, and that a message, a URL or a page cannot simply carry. */
export const oddParts: readonly OddPart[] = [
  ...named('headers', headers),
  ...named('content', contents),
  ...named('responses', responses),
  ...parameters.map((value) => ({ to: 'parameters', key: '-', value })),
  ...named('paths', paths),
  // A scheme is only asked for where the document, or an operation, names it.
  ...named('securitySchemes', securitySchemes),
  ...securitySchemes.map(([name]) => ({ to: 'security', key: '-', value: { [name]: [] } })),
  ...oddSchemas.flatMap((value) =>
    ['schema', 'items', 'properties'].map((to) => ({ to, key: 'odd', value })),
  ),
  ...['http://[::1', '', '/{a}/b', 'https://{host}:{port}/ключ', '/100%', '/a b?c#d', '\ud83d', '{'].map(
    (url) => ({
      to: 'servers',
      key: '-',
      value: { url, variables: { host: { default: '→' }, a: {} } },
    }),
  ),
  { to: 'tags', key: '-', value: { name: '__proto__', description: 5 } },
  { to: 'tags', key: '-', value: { name: '\ud83d/..', parent: 'nowhere' } },
  { to: 'callbacks', key: 'odd', value: { '{$request.body#/url': { post: { responses: {} } } } },
];

function named(to: string, entries: readonly (readonly [string, JsonValue])[]): readonly OddPart[] {
  return entries.map(([key, value]) => ({ to, key, value }));
}
