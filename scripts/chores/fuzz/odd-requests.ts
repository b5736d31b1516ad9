/** A request sent to each operation in turn; what it does not say, the documented request of that operation does. */
export interface OddRequest {
  readonly method?: string;
  /** In place of the operation's path. */
  readonly target?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const jsonType = { 'content-type': 'application/json' };
const formType = { 'content-type': 'application/x-www-form-urlencoded' };

const methods = ['HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'];
const targets = [
  '*',
  '/',
  '//',
  '/%',
  '/100%',
  '/%E0%A4%A',
  '/%00',
  '/../../x',
  '/a%2F..%2Fb',
  '/?%zz=%E0%A4&&=&__proto__[a]=1',
  'http://a.example/b?c',
  `/${'x'.repeat(9_000)}`,
];
const headers: readonly Readonly<Record<string, string>>[] = [
  { prefer: 'dynamic=true' },
  { prefer: 'code=204' },
  { prefer: 'code=304' },
  { prefer: 'code=abc, example="' },
  { prefer: 'example="\u00e9\\"' },
  { prefer: ';;,=,"' },
  { accept: 'nonsense' },
  { accept: 'text/*;q=0.5, */*;q=x' },
  { accept: 'application/json;version=' },
  { 'x-api-key': '' },
  { authorization: 'Basic %%%' },
  { authorization: 'Bearer' },
  { cookie: '=; a; %zz=%zz; __proto__=1' },
  { origin: 'null', 'access-control-request-method': 'X', 'access-control-request-headers': '\u00e9, ' },
  { 'if-none-match': '*', range: 'bytes=5-1' },
  { 'x-long': 'x'.repeat(7_000) },
  { __proto__x: '1', constructor: '2' },
];
const bodies: readonly OddRequest[] = [
  { headers: jsonType, body: '' },
  { headers: jsonType, body: '{' },
  { headers: jsonType, body: '\ufeff{}' },
  { headers: jsonType, body: '{"__proto__": {"a": 1}, "constructor": null}' },
  { headers: jsonType, body: '"\\ud83d"' },
  { headers: jsonType, body: '1e999' },
  { headers: jsonType, body: '['.repeat(5_000) + ']'.repeat(5_000) },
  { headers: jsonType, body: `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}` },
  { headers: { 'content-type': 'application/json; charset=utf-16' }, body: '{}' },
  { headers: { 'content-type': '' }, body: 'x' },
  { headers: { 'content-type': ';' }, body: 'x' },
  { headers: { 'content-encoding': 'gzip', ...jsonType }, body: '{}' },
  { headers: formType, body: 'a=1&'.repeat(2_000) },
  { headers: formType, body: '%=%zz&a[b][c]=1&a=2&__proto__[x]=1' },
  { headers: formType, body: `a${'[b]'.repeat(3_000)}=1` },
  { headers: { 'content-type': 'multipart/form-data' }, body: '--\r\n' },
  { headers: { 'content-type': 'multipart/form-data; boundary=b' }, body: '--b\r\n\r\nx\r\n--b--\r\n' },
  {
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    body: '--b\r\nContent-Disposition: form-data; name="__proto__"; filename="\r\n\r\n--b',
  },
  { headers: { 'content-type': 'application/xml' }, body: '<a><b' },
  { headers: { 'content-type': 'application/xml' }, body: '<a>'.repeat(3_000) },
  { headers: { 'content-type': 'text/plain' }, body: '\u0000\ud83d'.repeat(100) },
];

export const oddRequests: readonly OddRequest[] = [
  ...methods.map((method) => ({ method })),
  ...targets.map((target) => ({ target })),
  ...headers.map((given) => ({ headers: given })),
  ...bodies.flatMap((body) => [body, { ...body, method: 'POST' }]),
];
