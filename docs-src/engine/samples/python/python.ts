import { jsonText } from '../../../../openapi/model/json-text.ts';
import {
  allHeaders,
  allQuery,
  basicCredential,
  hasRepeatedNames,
  indent,
  lineLength,
  readsEnvironment,
  type SampleBody,
  type SampleJson,
  type SampleLanguage,
  type SamplePair,
  type SamplePart,
  type SampleRequest,
} from '../sample-request.ts';
import { pythonColours } from './colours.ts';
import { escapePythonKey } from './escape-key.ts';
import { pythonInterpreter } from './interpreter.ts';

const step = '    ';
const methodsWithFunction = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** A JSON string is a Python string; only a lone surrogate and DEL differ, and they need no escape. */
function quotePython(text: string): string {
  return jsonText(text);
}

function literal(value: SampleJson): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return quotePython(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  const [open, close, items] = Array.isArray(value)
    ? ['[', ']', value.map((item: SampleJson) => literal(item))]
    : ['{', '}', Object.entries(value).map(([name, item]) => `${quotePython(name)}: ${literal(item)}`)];
  return items.length === 0
    ? open + close
    : `${open}\n${items.map((item) => `${step}${indent(item, step)},`).join('\n')}\n${close}`;
}

/** requests writes a number into a query as JSON does, a boolean as `True`; a header must be text. */
function pairValue({ value, literal, variable }: SamplePair): string {
  if (literal === 'number') return value;
  if (variable === undefined) return quotePython(value);
  return `${value === '' ? '' : `${quotePython(value)} + `}os.environ[${quotePython(variable)}]`;
}

/** A dict, or a list of pairs where a name comes twice. */
function pairs(list: readonly SamplePair[]): string {
  const isDict = !hasRepeatedNames(list);
  const items = list.map((pair) =>
    isDict
      ? `${quotePython(pair.name)}: ${pairValue(pair)}`
      : `(${quotePython(pair.name)}, ${pairValue(pair)})`,
  );
  const [open, close] = isDict ? ['{', '}'] : ['[', ']'];
  return `${open}\n${items.map((item) => `${step}${item},`).join('\n')}\n${close}`;
}

/** requests: (file name, content, type); a file name of None makes a plain part. */
function part({ name, value, contentType, fileName }: SamplePart): string {
  const content = fileName === undefined ? quotePython(value) : `open(${quotePython(fileName)}, "rb")`;
  const type = contentType === undefined ? '' : `, ${quotePython(contentType)}`;
  const file = `(${fileName === undefined ? 'None' : quotePython(fileName)}, ${content}${type})`;
  const line = `(${quotePython(name)}, ${file}),`;
  // It stands in a list in the arguments of a call.
  if (2 * step.length + line.length <= lineLength) return line;
  return `(\n${step}${quotePython(name)},\n${step}${file},\n),`;
}

function bodyArgument(body: SampleBody): string {
  switch (body.kind) {
    case 'json':
      // requests leaves an empty object or null out of the request.
      if (body.value === null || (typeof body.value === 'object' && Object.keys(body.value).length === 0)) {
        return `data=${quotePython(jsonText(body.value))},`;
      }
      return `json=${literal(body.value)},`;
    case 'form':
      return `data=${pairs(body.fields)},`;
    case 'multipart':
      return `files=[\n${body.parts.map((item) => step + indent(part(item), step)).join('\n')}\n],`;
    case 'text':
      return `data=${quotePython(body.text)}.encode(),`;
    case 'file':
      return `data=open(${quotePython(body.fileName)}, "rb"),`;
  }
}

function contentTypeToSay(body: SampleBody | undefined): string | undefined {
  if (body?.kind === 'text' || body?.kind === 'file') return body.mediaType;
  if (body?.kind !== 'json') return undefined;
  const isImplied = body.mediaType === 'application/json' && bodyArgument(body).startsWith('json=');
  return isImplied ? undefined : body.mediaType;
}

function print(request: SampleRequest): string {
  const { method, body } = request;
  const query = allQuery(request);
  const headers = allHeaders(request, contentTypeToSay(body));
  const basic = basicCredential(request);
  const hasFunction = methodsWithFunction.has(method);
  const args = [
    ...(hasFunction ? [] : [`${quotePython(method)},`]),
    `${quotePython(request.url)},`,
    ...(query.length === 0 ? [] : [`params=${pairs(query)},`]),
    ...(headers.length === 0 ? [] : [`headers=${pairs(headers)},`]),
    ...(basic === undefined ? [] : [`auth=(${quotePython(basic.user)}, ${quotePython(basic.password)}),`]),
    ...(body === undefined ? [] : [bodyArgument(body)]),
    'timeout=30,',
  ];
  return `${readsEnvironment(request) ? 'import os\n\n' : ''}import requests

response = requests.${hasFunction ? method.toLowerCase() : 'request'}(
${args.map((argument) => step + indent(argument, step)).join('\n')}
)
if not response.ok:
    print(response.text)
response.raise_for_status()
print(response.${request.answersJson ? 'json()' : 'text'})
`;
}

export const python: SampleLanguage = {
  id: 'python',
  label: 'Python',
  lexer: 'python',
  print,
  escapeKey: escapePythonKey,
  colours: pythonColours,
  interpreter: pythonInterpreter,
};
