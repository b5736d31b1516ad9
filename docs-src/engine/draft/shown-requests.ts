import { swaggerMethods } from '../../../openapi/model/api-model.ts';
import type { Pair } from '../../../openapi/operations/wire/query-pairs.ts';
import { decodePairs } from '../../../openapi/operations/wire/query-pairs.ts';
import type { Method } from './method-lines.ts';
import type { PageCode, SourcePlace } from './page-blocks.ts';
import { shellWords } from './shell-words.ts';

/** A request that a page shows: a curl line, or HTTP as it travels. */
export interface ShownRequest extends SourcePlace {
  readonly method: Method;
  /** As written. */
  readonly url: string;
  readonly headers: readonly Pair[];
  /** `user:password` of curl's -u. */
  readonly user: string | undefined;
  /** Text as sent; fields of a form that has files among them. */
  readonly body: string | readonly Pair[] | undefined;
}

/** What HTTP as it travels answers. */
export interface ShownReply extends SourcePlace {
  readonly status: string;
  readonly body: string;
}

/** Every curl command of a block. */
export function readCurl({ text, file, line }: PageCode): readonly ShownRequest[] {
  const found: ShownRequest[] = [];
  let from = 0;
  for (const { index } of text.matchAll(/(?<=^[\s$>%#]*)curl(?=\s)/gm)) {
    if (index < from) continue;
    const { words, end } = shellWords(text, index + 'curl'.length);
    from = end;
    const request = curlRequest(words);
    const place = { file, line: line + text.slice(0, index).split('\n').length - 1 };
    if (request !== undefined) found.push({ ...request, ...place });
  }
  return found;
}

/** Options of curl that are followed by a value (curl's manual), by the name that they have here. */
const valued: Readonly<Record<string, string>> = {
  X: 'method',
  request: 'method',
  H: 'header',
  header: 'header',
  u: 'user',
  user: 'user',
  url: 'url',
  F: 'field',
  form: 'field',
  d: 'data',
  data: 'data',
  'data-raw': 'data',
  'data-binary': 'data',
  'data-ascii': 'data',
  json: 'json',
  'data-urlencode': 'encoded',
  A: '',
  b: '',
  c: '',
  cacert: '',
  cert: '',
  'connect-timeout': '',
  cookie: '',
  E: '',
  e: '',
  key: '',
  m: '',
  'max-time': '',
  o: '',
  output: '',
  proxy: '',
  T: '',
  'user-agent': '',
  w: '',
  x: '',
};

/** `-sX`, `POST` gives `[s] [X, POST]`; what is no option has the name of none. */
function readOptions(words: readonly string[]): readonly { readonly name: string; readonly value: string }[] {
  const options: { name: string; value: string }[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [, long, equal] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (long !== undefined)
      options.push({ name: long, value: equal ?? (valued[long] === undefined ? '' : (rest.shift() ?? '')) });
    else if (/^-\w/.test(word)) {
      const at = [...word].findIndex((letter, index) => index > 0 && valued[letter] !== undefined);
      for (const name of word.slice(1, at < 0 ? undefined : at)) options.push({ name, value: '' });
      if (at > 0) options.push({ name: word[at] ?? '', value: word.slice(at + 1) || (rest.shift() ?? '') });
    } else options.push({ name: 'url', value: word });
  }
  return options;
}

function curlRequest(words: readonly string[]): Omit<ShownRequest, keyof SourcePlace> | undefined {
  const options = readOptions(words);
  const valuesOf = (wanted: string) =>
    options.flatMap(({ name, value }) => ((valued[name] ?? '') === wanted && wanted !== '' ? [value] : []));
  const isGet = options.some(({ name }) => name === 'G' || name === 'get');
  const isHead = options.some(({ name }) => name === 'I' || name === 'head');
  const data = [...valuesOf('data'), ...valuesOf('json'), ...valuesOf('encoded')];
  const fields = valuesOf('field').map(pairOf('='));
  const [url = ''] = valuesOf('url').filter((word) => /[/.]/.test(word));
  const usual = isHead ? 'head' : data.length + fields.length > 0 && !isGet ? 'post' : 'get';
  const method = swaggerMethods.find((name) => name === (valuesOf('method')[0] ?? usual).toLowerCase());
  if (method === undefined) return undefined;
  return {
    method,
    url: isGet && data.length > 0 ? `${url}${url.includes('?') ? '&' : '?'}${data.join('&')}` : url,
    headers: valuesOf('header').map(pairOf(':')),
    user: valuesOf('user')[0],
    body: fields.length > 0 ? fields : isGet || data.length === 0 ? undefined : data.join('&'),
  };
}

function pairOf(mark: string): (text: string) => Pair {
  return (text) => {
    const [name = '', ...value] = text.split(mark);
    return { name: name.trim(), value: value.join(mark).trim() };
  };
}

/** HTTP/1.1 messages (RFC 9112, 2.1) of a block: requests and replies, each with head lines, an empty line, a body. */
export function readHttp({ text, file, line }: PageCode): {
  requests: ShownRequest[];
  replies: ShownReply[];
} {
  const requests: ShownRequest[] = [];
  const replies: ShownReply[] = [];
  const start = /^[ \t>]*(?:([A-Z]+) (\S.*?) HTTP\/[\d.]+|HTTP\/[\d.]+ (\d{3})\b.*)[ \t]*$/gm;
  const starts = [...text.matchAll(start)];
  starts.forEach(({ 0: first, 1: name, 2: path = '', 3: status, index }, number) => {
    const message = text.slice(index + first.length + 1, starts[number + 1]?.index);
    const [head = '', ...rest] = message.split(/^[ \t]*\n/m);
    const body = rest.join('\n').trim();
    const place = { file, line: line + text.slice(0, index).split('\n').length - 1 };
    if (status !== undefined) replies.push({ status, body: body || head, ...place });
    const method = swaggerMethods.find((known) => known.toUpperCase() === name);
    if (method === undefined) return;
    const headers = head
      .split('\n')
      .filter((row) => row.includes(':'))
      .map(pairOf(':'));
    const host = headers.find(({ name: header }) => header.toLowerCase() === 'host')?.value;
    const url = path.startsWith('/') && host !== undefined ? `https://${host}${path}` : path;
    requests.push({ method, url, headers, user: undefined, body: body === '' ? undefined : body, ...place });
  });
  return { requests, replies };
}

/** The fields of a form's text. */
export function fieldsOfForm(body: string): readonly Pair[] {
  return /^[^\s={}]+=/.test(body) ? decodePairs(body.replaceAll('\n', '')) : [];
}
