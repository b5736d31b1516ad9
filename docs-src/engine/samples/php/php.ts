import { hasBigint } from '../../../../openapi/model/find-bigint.ts';
import { jsonText } from '../../../../openapi/model/json-text.ts';
import {
  controlCharacter,
  escapeControlCharacters,
} from '../../../../openapi/operations/wire/control-characters.ts';
import { quotePartName } from '../../../../openapi/operations/wire/part-name.ts';
import { encodePairs } from '../../../../openapi/operations/wire/query-pairs.ts';
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
  type SampleRequest,
} from '../sample-request.ts';
import { phpColours } from './colours.ts';
import { escapePhpKey } from './escape-key.ts';
import { phpInterpreter } from './interpreter.ts';

const step = '    ';

/** Single quotes, in which no `$` is live; text with control characters in double quotes, with its `$` escaped. */
function quotePhp(text: string): string {
  if (!controlCharacter.test(text)) return `'${escapePhpKey(text)}'`;
  const escaped = text
    .replace(/[\\"$]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escapeControlCharacters(escaped)}"`;
}

function block(items: readonly string[]): string {
  return items.length === 0
    ? '[]'
    : `[\n${items.map((item) => `${step}${indent(item, step)},`).join('\n')}\n]`;
}

/** An array, or an object as an array with keys; an empty object needs its own type to become `{}` again. */
function literal(value: SampleJson): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return quotePhp(value);
  if (Array.isArray(value)) return block(value.map((item: SampleJson) => literal(item)));
  const entries = Object.entries(value);
  // PHP turns the key '0' into a number, and an array with the keys 0, 1, 2 into a JSON array.
  const needsObject = entries.every(([name]) => /^\d+$/.test(name));
  const written = block(entries.map(([name, item]) => `${quotePhp(name)} => ${literal(item)}`));
  return needsObject ? `(object) ${written}` : written;
}

/** http_build_query writes a number as JSON does, a boolean as 1 or 0. */
function pairValue({ value, literal, variable }: SamplePair): string {
  if (literal === 'number') return value;
  if (variable === undefined) return quotePhp(value);
  return `${value === '' ? '' : `${quotePhp(value)} . `}getenv(${quotePhp(variable)})`;
}

function keyed(list: readonly SamplePair[]): string {
  return block(list.map((pair) => `${quotePhp(pair.name)} => ${pairValue(pair)}`));
}

/** `http_build_query` cannot repeat a name: such a query is written out. */
function queryExpression(list: readonly SamplePair[]): string {
  if (!hasRepeatedNames(list)) return `http_build_query(${keyed(list)})`;
  return `implode('&', ${block(list.map((pair) => `${quotePhp(encodePairs([{ ...pair, value: '' }]))} . rawurlencode(${pairValue({ ...pair, literal: undefined })})`))})`;
}

interface PhpBody {
  readonly before: readonly string[];
  readonly value: string;
  readonly contentType: string | undefined;
}

/** PHP's curl takes parts as an array, which cannot repeat a name or type a plain part: such bodies are put together. */
function multipart(parts: Extract<SampleBody, { kind: 'multipart' }>['parts']): PhpBody {
  const isSimple =
    new Set(parts.map((part) => part.name)).size === parts.length &&
    parts.every((part) => part.contentType === undefined || part.fileName !== undefined);
  if (isSimple) {
    const items = parts.map(({ name, value, contentType, fileName }) => {
      const file = `new CURLFile(${quotePhp(fileName ?? '')}, ${quotePhp(contentType ?? 'application/octet-stream')}, ${quotePhp(fileName ?? '')})`;
      return `${quotePhp(name)} => ${fileName === undefined ? quotePhp(value) : file}`;
    });
    return { before: [], value: block(items), contentType: undefined };
  }
  const lines = parts.flatMap(({ name, value, contentType, fileName }) => [
    `$body .= "--$boundary\\r\\n";`,
    `$body .= ${quotePhp(`Content-Disposition: form-data; name="${quotePartName(name)}"${fileName === undefined ? '' : `; filename="${quotePartName(fileName)}"`}`)} . "\\r\\n";`,
    ...(contentType === undefined
      ? []
      : [`$body .= ${quotePhp(`Content-Type: ${contentType}`)} . "\\r\\n";`]),
    `$body .= "\\r\\n" . ${fileName === undefined ? quotePhp(value) : `file_get_contents(${quotePhp(fileName)})`} . "\\r\\n";`,
  ]);
  const before = [
    `$boundary = bin2hex(random_bytes(16));`,
    `$body = '';`,
    ...lines,
    `$body .= "--$boundary--\\r\\n";`,
  ];
  return { before, value: '$body', contentType: multipartType };
}

/** An array has lines of its own; the flags beside anything shorter would make a long one. */
function jsonExpression(value: string): string {
  const flags = 'JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION';
  if (value.includes('\n')) return `json_encode(${value}, ${flags})`;
  return `json_encode(\n${step}${value},\n${step}${flags}\n)`;
}

function bodyOf(body: SampleBody): PhpBody {
  switch (body.kind) {
    case 'json':
      return {
        before: [],
        // Beyond 64 bits PHP would send another number.
        value: hasBigint(body.value) ? quotePhp(jsonText(body.value)) : jsonExpression(literal(body.value)),
        contentType: body.mediaType,
      };
    case 'form':
      return {
        before: [],
        value: queryExpression(body.fields),
        contentType: 'application/x-www-form-urlencoded',
      };
    case 'multipart':
      return multipart(body.parts);
    case 'text':
      return { before: [], value: quotePhp(body.text), contentType: body.mediaType };
    case 'file':
      return {
        before: [],
        value: `file_get_contents(${quotePhp(body.fileName)})`,
        contentType: body.mediaType,
      };
  }
}

function headerLines(request: SampleRequest, contentType: string | undefined): string[] {
  return allHeaders(request, contentType).map(({ name, value, variable }) => {
    if (variable !== undefined) return pairValue({ name, value: `${name}: ${value}`, variable });
    if (value === multipartType) return `${quotePhp(`${name}: ${value}`)} . $boundary`;
    return quotePhp(value === '' ? `${name};` : `${name}: ${value}`);
  });
}

function print(request: SampleRequest): string {
  const { method } = request;
  const query = allQuery(request);
  const body = request.body === undefined ? undefined : bodyOf(request.body);
  const headers = headerLines(request, body?.contentType);
  const basic = basicCredential(request);
  const impliedMethod = body === undefined ? 'GET' : 'POST';
  const options = [
    ...(method === 'HEAD' ? ['CURLOPT_NOBODY => true'] : []),
    ...(method === 'POST' && body !== undefined ? ['CURLOPT_POST => true'] : []),
    ...(method !== impliedMethod && method !== 'HEAD'
      ? [`CURLOPT_CUSTOMREQUEST => ${quotePhp(method)}`]
      : []),
    'CURLOPT_RETURNTRANSFER => true',
    'CURLOPT_TIMEOUT => 30',
    ...(headers.length === 0 ? [] : [`CURLOPT_HTTPHEADER => ${block(headers)}`]),
    ...(basic === undefined ? [] : [`CURLOPT_USERPWD => ${quotePhp(`${basic.user}:${basic.password}`)}`]),
    ...(body === undefined ? [] : [`CURLOPT_POSTFIELDS => ${body.value}`]),
  ];
  const url = query.length === 0 ? quotePhp(request.url) : `${quotePhp(`${request.url}?`)} . $query`;
  const init = `$curl = curl_init(${url});`;
  const lines = [
    '<?php',
    ...(query.length === 0 ? [] : [`$query = ${queryExpression(query)};`, '']),
    ...(body?.before.length ? [...body.before, ''] : []),
    init.length <= lineLength ? init : `$curl = curl_init(\n${step}${url}\n);`,
    `curl_setopt_array($curl, ${block(options)});`,
    '$reply = curl_exec($curl);',
    'if ($reply === false) {',
    `${step}throw new RuntimeException(curl_error($curl));`,
    '}',
    '$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);',
    'if ($status >= 400) {',
    `${step}throw new RuntimeException("HTTP $status: $reply");`,
    '}',
    request.answersJson ? 'print_r(json_decode($reply, true));' : 'echo $reply;',
  ];
  return `${lines.join('\n')}\n`;
}

export const php: SampleLanguage = {
  id: 'php',
  label: 'PHP',
  lexer: 'php',
  print,
  escapeKey: escapePhpKey,
  colours: phpColours,
  interpreter: phpInterpreter,
};
