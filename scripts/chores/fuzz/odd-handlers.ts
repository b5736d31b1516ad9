import { Readable } from 'node:stream';
import { nested } from './odd-values.ts';

/** A cyclic value: no JSON text can hold it. */
function cyclic(): object {
  const value: Record<string, unknown> = { a: 1 };
  value.itself = value;
  return value;
}

const throwing = {
  get status(): number {
    throw new Error('The status throws.');
  },
  body: {},
};
const bodyThatThrows = {
  get a(): string {
    throw new Error('The getter throws.');
  },
};
const toJsonThatThrows = {
  toJSON() {
    throw new Error('toJSON throws.');
  },
};
const angryProxy = new Proxy(
  {},
  {
    get() {
      throw new Error('The proxy throws.');
    },
    ownKeys() {
      throw new Error('The proxy has no keys.');
    },
  },
);
const revoked = Proxy.revocable({}, {});
revoked.revoke();

const replies: readonly unknown[] = [
  undefined,
  null,
  5,
  'text',
  [],
  {},
  Symbol('odd'),
  () => 1,
  angryProxy,
  revoked.proxy,
  throwing,
];
const statuses: readonly unknown[] = [
  ...[
    undefined,
    null,
    0,
    1,
    99,
    100,
    101,
    103,
    199,
    200.5,
    204,
    205,
    206,
    304,
    404,
    416,
    599,
    600,
    999,
    1_000,
    1e9,
    -200,
  ],
  ...[Number.NaN, Infinity, '200', '204', 200n, true, {}, [200], Symbol('odd')],
];
const bodies: Readonly<Record<string, unknown>> = {
  undefined,
  null: null,
  zero: 0,
  'minus zero': -0,
  NaN: Number.NaN,
  'BigInt alone': 1n,
  'BigInt inside': { a: [1n] },
  symbol: Symbol('odd'),
  'symbol inside': { a: Symbol('odd') },
  function: () => 1,
  cyclic: cyclic(),
  'throwing getter': bodyThatThrows,
  'throwing toJSON': toJsonThatThrows,
  'toJSON of undefined': { toJSON: () => undefined },
  'angry proxy': angryProxy,
  'revoked proxy': revoked.proxy,
  'proxy of a list': new Proxy([1, 2], {}),
  '5,000 lists deep': nested(5_000, (inner) => [inner]),
  '5,000 objects deep': nested(5_000, (inner) => ({ a: inner })),
  '100,000 lists deep': nested(100_000, (inner) => [inner]),
  'lone surrogate': '\ud83d',
  'control characters': '\u0000\u001b',
  'huge text': 'x'.repeat(3_000_000),
  'many names': Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`name${index}`, index])),
  'sparse list': Object.assign([], { 5000: 1 }),
  frozen: Object.freeze({ a: Object.freeze([1]) }),
  'without prototype': Object.assign(Object.create(null), { a: 1 }),
  'odd names': JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3, "": 4}'),
  Date: new Date(0),
  'invalid Date': new Date(Number.NaN),
  Map: new Map([['a', 1]]),
  Set: new Set([1]),
  RegExp: /a/,
  Error: new Error('odd'),
  URL: new URL('http://a.example'),
  Buffer: Buffer.from('bytes'),
  Uint8Array: new Uint8Array([0, 255]),
  ArrayBuffer: new ArrayBuffer(4),
  Float64Array: new Float64Array([Number.NaN]),
  stream: Readable.from(['a', 'b']),
  'broken stream': new ReadableStream({ start: (controller) => controller.error(new Error('broken')) }),
  Response: new Response('text'),
  promise: Promise.resolve(1),
  class: class Odd {},
};
const headers: Readonly<Record<string, unknown>> = {
  null: null,
  text: 'X-Note: 1',
  number: 5,
  list: [['X-Note', '1']],
  Map: new Map([['X-Note', '1']]),
  Headers: new Headers({ 'X-Note': '1' }),
  'angry proxy': angryProxy,
  'throwing getter': bodyThatThrows,
  'line end': { 'X-Note': 'one\r\nX-Second: two' },
  'beyond Latin-1': { 'X-Note': '日本語' },
  Latin1: { 'X-Note': 'é' },
  'lone surrogate': { 'X-Note': '\ud83d' },
  'zero byte': { 'X-Note': '\u0000' },
  'number value': { 'X-Note': 5 },
  'BigInt value': { 'X-Note': 5n },
  'undefined value': { 'X-Note': undefined },
  'null value': { 'X-Note': null },
  'list value': { 'X-Note': ['a', 'b'], 'Set-Cookie': ['a=1', 'b=2'] },
  'object value': { 'X-Note': {} },
  'symbol value': { 'X-Note': Symbol('odd') },
  'function value': { 'X-Note': () => 1 },
  'value that throws as text': { 'X-Note': toJsonThatThrows, 'X-More': Object.create(null) },
  'huge value': { 'X-Note': 'x'.repeat(100_000) },
  'many headers': Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`X-${index}`, '1'])),
  'no name': { '': '1' },
  'name with a space': { 'X Note': '1' },
  'name with a line end': { 'X-Note\r\nX-More': '1' },
  'name beyond ASCII': { 'X-Nöte': '1' },
  __proto__: JSON.parse('{"__proto__": "1"}'),
  'two spellings': { 'x-note': '1', 'X-Note': '2', 'X-NOTE': '3' },
  'Content-Length': { 'Content-Length': '3' },
  'content-length, wrong kind': { 'content-length': 'many' },
  'Transfer-Encoding': { 'Transfer-Encoding': 'chunked' },
  'both lengths': { 'transfer-encoding': 'chunked', 'content-length': '3' },
  'Content-Encoding': { 'Content-Encoding': 'gzip' },
  Connection: { Connection: 'close', 'Keep-Alive': 'timeout=0' },
  Upgrade: { Connection: 'Upgrade', Upgrade: 'websocket' },
  Trailer: { Trailer: 'X-Late' },
  Date: { Date: 'yesterday' },
  'Content-Type': { 'Content-Type': 'text/plain\nX: y' },
  'content-type beyond Latin-1': { 'content-type': 'text/→' },
  Location: { Location: '/a → b' },
  'X-Request-Id': { 'X-Request-Id': '→' },
};

/** What a handler that somebody wrote may do, by name. Each gives the first success of most documents, but for one thing. */
export const oddHandlers: ReadonlyMap<string, () => unknown> = new Map<string, () => unknown>([
  ...replies.map((reply, index) => [`reply ${index}`, () => reply] as const),
  ...statuses.map((status) => [`status ${named(status)}`, () => ({ status, body: { a: 1 } })] as const),
  ...statuses.map((status) => [`status ${named(status)}, no body`, () => ({ status })] as const),
  ...Object.entries(bodies).map(([name, body]) => [`body ${name}`, () => ({ status: 200, body })] as const),
  ...Object.entries(headers).map(
    ([name, given]) => [`headers ${name}`, () => ({ status: 200, body: {}, headers: given })] as const,
  ),
  ...Object.entries(headers).map(
    ([name, given]) => [`headers ${name}, no content`, () => ({ status: 204, headers: given })] as const,
  ),
  ['rejects with an Error', () => Promise.reject(new Error('odd'))],
  ['rejects with null', () => Promise.reject(null)],
  ['rejects with undefined', () => Promise.reject()],
  ['rejects with an angry proxy', () => Promise.reject(angryProxy)],
  ['throws undefined', thrower(undefined)],
  ['throws a text', thrower('odd')],
  ['throws a symbol', thrower(Symbol('odd'))],
  ['throws an error without a stack', thrower(Object.assign(new Error('odd'), { stack: undefined }))],
  ['throws an angry proxy', thrower(angryProxy)],
  ['recurses for ever', recurse],
  ['thenable that throws', () => thenable(thrower(new Error('then throws')))],
  ['thenable that rejects twice', () => thenable(rejectsTwice)],
]);

function named(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(value)
    : `${String(value)} (${typeof value})`;
}

function thrower(value: unknown): () => never {
  return () => {
    throw value;
  };
}

function thenable(then: unknown): object {
  return Object.fromEntries([['then', then]]);
}

function rejectsTwice(_: unknown, reject: (why: unknown) => void): void {
  reject(1);
  reject(new Error('again'));
}

function recurse(): unknown {
  return [recurse()];
}
