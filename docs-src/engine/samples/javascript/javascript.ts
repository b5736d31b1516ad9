import { hasBigint } from '../../../../openapi/model/find-bigint.ts';
import { jsonText } from '../../../../openapi/model/json-text.ts';
import { quotePartName } from '../../../../openapi/operations/wire/part-name.ts';
import {
  allHeaders,
  allQuery,
  basicCredential,
  hasRepeatedNames,
  indent,
  lineLength,
  multipartType,
  type SampleBody,
  type SampleJson,
  type SampleLanguage,
  type SamplePair,
  type SamplePart,
  type SampleRequest,
} from '../sample-request.ts';
import { javascriptColours } from './colours.ts';
import { escapeJavascriptKey } from './escape-key.ts';
import { javascriptInterpreter } from './interpreter.ts';

const step = '  ';
const reserved = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for function if implements import in instanceof interface let new null package private protected public ' +
    'return static super switch this throw true try typeof undefined var void while with yield fetch'
  ).split(' '),
);

function quoteJavascript(text: string): string {
  return JSON.stringify(text);
}

function key(name: string): string {
  // In a literal, `__proto__: x` sets the prototype instead of a property.
  if (name === '__proto__') return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoteJavascript(name);
}

function block(open: string, items: readonly string[], close: string): string {
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => `${step}${indent(item, step)},`).join('\n')}\n${close}`;
}

function literal(value: SampleJson): string {
  if (typeof value === 'string') return quoteJavascript(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value))
    return block(
      '[',
      value.map((item: SampleJson) => literal(item)),
      ']',
    );
  return block(
    '{',
    Object.entries(value).map(([name, item]) => `${key(name)}: ${literal(item)}`),
    '}',
  );
}

function pairValue({ value, literal, variable }: SamplePair): string {
  if (literal !== undefined) return value;
  if (variable === undefined) return quoteJavascript(value);
  return `${value === '' ? '' : `${quoteJavascript(value)} + `}process.env.${variable}`;
}

/** An object, or a list of pairs where an object would lose or reorder names. */
function pairs(list: readonly SamplePair[]): string {
  if (hasRepeatedNames(list) || list.some(({ name }) => /^\d+$/.test(name))) {
    return block(
      '[',
      list.map((pair) => `[${quoteJavascript(pair.name)}, ${pairValue(pair)}]`),
      ']',
    );
  }
  return block(
    '{',
    list.map((pair) => `${key(pair.name)}: ${pairValue(pair)}`),
    '}',
  );
}

interface JavascriptBody {
  readonly before: readonly string[];
  readonly value: string;
  readonly contentType: string | undefined;
}

/**
 * FormData writes line ends as CR LF and gives every typed part a file name (HTML Standard, multipart/form-data encoding):
 * a body that would not survive this is put together by hand.
 */
function multipart(parts: readonly SamplePart[]): JavascriptBody {
  const survives = parts.every(
    ({ value, contentType, fileName }) =>
      fileName !== undefined || (contentType === undefined && !/[\r\n]/.test(value)),
  );
  if (survives) {
    const lines = parts.map(({ name, value, contentType, fileName }) => {
      if (fileName === undefined) return `form.append(${quoteJavascript(name)}, ${quoteJavascript(value)});`;
      const type = quoteJavascript(contentType ?? 'application/octet-stream');
      const blob = `new Blob([${quoteJavascript(value)}], { type: ${type} })`;
      return `form.append(${quoteJavascript(name)}, ${blob}, ${quoteJavascript(fileName)});`;
    });
    return { before: ['const form = new FormData();', ...lines], value: 'form', contentType: undefined };
  }
  const lines = parts.flatMap(({ name, value, contentType, fileName }) => [
    '"--" + boundary',
    quoteJavascript(
      `Content-Disposition: form-data; name="${quotePartName(name)}"${fileName === undefined ? '' : `; filename="${quotePartName(fileName)}"`}`,
    ),
    ...(contentType === undefined ? [] : [quoteJavascript(`Content-Type: ${contentType}`)]),
    '""',
    quoteJavascript(value),
  ]);
  return {
    before: [
      'const boundary = crypto.randomUUID();',
      `const parts = ${block('[', [...lines, '"--" + boundary + "--"', '""'], ']')};`,
    ],
    value: 'parts.join("\\r\\n")',
    contentType: multipartType,
  };
}

/** A number that JavaScript would make another one of stands in the text that is sent. */
function jsonExpression(value: SampleJson): string {
  return hasBigint(value) ? quoteJavascript(jsonText(value)) : `JSON.stringify(${literal(value)})`;
}

function bodyOf(body: SampleBody): JavascriptBody {
  switch (body.kind) {
    case 'json':
      return { before: [], value: jsonExpression(body.value), contentType: body.mediaType };
    case 'form':
      return { before: [], value: `new URLSearchParams(${pairs(body.fields)})`, contentType: undefined };
    case 'multipart':
      return multipart(body.parts);
    case 'text':
      return { before: [], value: quoteJavascript(body.text), contentType: body.mediaType };
    case 'file':
      return {
        before: [`// What ${body.fileName} holds; in a browser, the file that a reader chose.`],
        value: `new Blob([${quoteJavascript(body.content)}])`,
        contentType: body.mediaType,
      };
  }
}

function functionName(name: string): string {
  const camel = name.replace(
    /[^A-Za-z0-9_$]+(.)?/g,
    (_found, next: string | undefined) => next?.toUpperCase() ?? '',
  );
  return /^[A-Za-z_$]/.test(camel) && !reserved.has(camel)
    ? camel
    : `call${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
}

/** The server and path, and where a query follows a line for both, if they fit. */
function urlLines(url: string, hasQuery: boolean): string[] {
  if (!hasQuery) return [];
  const line = `const url = ${quoteJavascript(`${url}?`)} + query;`;
  return [step.length + line.length <= lineLength ? line : line.replace('= ', `=\n${step}`)];
}

/**
 * Runs as it is in Node 20 and in a browser, in a module and in a script: no top-level `await`, nothing imported. A key from
 * the environment is Node's alone.
 */
function print(request: SampleRequest): string {
  const { method } = request;
  const query = allQuery(request);
  // fetch refuses a body with GET and HEAD (Fetch Standard, Request constructor).
  const body =
    request.body === undefined || method === 'GET' || method === 'HEAD' ? undefined : bodyOf(request.body);
  const headers = allHeaders(request, body?.contentType).map(
    (pair) => `${key(pair.name)}: ${pairValue(pair)}${pair.value === multipartType ? ' + boundary' : ''}`,
  );
  const basic = basicCredential(request);
  if (basic !== undefined)
    headers.push(`Authorization: "Basic " + btoa(${quoteJavascript(`${basic.user}:${basic.password}`)})`);
  const options = [
    ...(method === 'GET' ? [] : [`method: ${quoteJavascript(method)}`]),
    ...(headers.length === 0 ? [] : [`headers: ${block('{', headers, '}')}`]),
    ...(body === undefined ? [] : [`body: ${body.value}`]),
    'signal: AbortSignal.timeout(30000)',
  ];
  const url = query.length === 0 ? quoteJavascript(request.url) : 'url';
  const name = functionName(request.name);
  const lines = [
    ...(query.length === 0 ? [] : [`const query = new URLSearchParams(${pairs(query)});`]),
    ...urlLines(request.url, query.length > 0),
    ...(body?.before ?? []),
    `const response = await fetch(${url}, ${block('{', options, '}')});`,
    'if (!response.ok) {',
    `${step}const text = await response.text();`,
    `${step}throw new Error(\`HTTP \${response.status}: \${text}\`);`,
    '}',
    `return response.${request.answersJson ? 'json' : 'text'}();`,
  ];
  return `async function ${name}() {\n${lines.map((line) => step + indent(line, step)).join('\n')}\n}\n\n${name}().then(console.log);\n`;
}

export const javascript: SampleLanguage = {
  id: 'javascript',
  label: 'JavaScript',
  lexer: 'javascript',
  print,
  escapeKey: escapeJavascriptKey,
  colours: javascriptColours,
  interpreter: javascriptInterpreter,
};
