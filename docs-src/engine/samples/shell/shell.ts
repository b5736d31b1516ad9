import { jsonText } from '../../../../openapi/model/json-text.ts';
import { percentEncode } from '../../../../openapi/model/percent-encoding.ts';
import { headerArgument, quoteShell, requestOptions } from '../../../../openapi/operations/wire/curl.ts';
import { encodePairs } from '../../../../openapi/operations/wire/query-pairs.ts';
import {
  allHeaders,
  allQuery,
  basicCredential,
  lineLength,
  type SampleBody,
  type SampleLanguage,
  type SamplePair,
  type SamplePart,
  type SampleRequest,
} from '../sample-request.ts';
import { shellColours } from './colours.ts';
import { escapeShellKey } from './escape-key.ts';
import { shellInterpreter } from './interpreter.ts';

/** curl's own quoting in `--form`: a value in double quotes takes `;` and `,` (curl manual, --form). A name ends at its first `=`. */
function formPart(part: SamplePart): string {
  const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
  const type = part.contentType === undefined ? '' : `;type=${part.contentType}`;
  if (part.fileName !== undefined)
    return `${part.name}=@${quote(part.fileName)};filename=${quote(part.fileName)}${type}`;
  return `${part.name}=${quote(part.value)}${type}`;
}

function bodyOptions(body: SampleBody | undefined): string[] {
  switch (body?.kind) {
    case 'json':
      return [`--data-raw ${quoteShell(jsonText(body.value, 2))}`];
    case 'form':
      return body.fields.map(
        ({ name, value }) => `--data-urlencode ${quoteShell(`${percentEncode(name)}=${value}`)}`,
      );
    case 'multipart':
      return body.parts.map((part) => {
        const isPlain = part.fileName === undefined && part.contentType === undefined;
        if (isPlain) return `--form-string ${quoteShell(`${part.name}=${part.value}`)}`;
        return `--form ${quoteShell(formPart(part))}`;
      });
    case 'text':
      return [`--data-raw ${quoteShell(body.text)}`];
    case 'file':
      return [`--data-binary ${quoteShell(`@${body.fileName}`)}`];
    default:
      return [];
  }
}

/** One word of texts, each with the variable that follows it: in double quotes where these mean nothing else. */
function quoteParts(...parts: readonly { text: string; variable: string | undefined }[]): string {
  const words: string[] = [];
  let text = '';
  for (const part of parts) {
    text += part.text;
    if (part.variable === undefined) continue;
    words.push(
      /^[\w :;=/.?&%+-]*$/.test(text)
        ? `"${text}$${part.variable}"`
        : `${quoteShell(text)}"$${part.variable}"`,
    );
    text = '';
  }
  if (text !== '' || words.length === 0) words.push(quoteShell(text));
  return words.join('');
}

function withQuery(url: string, query: readonly SamplePair[]): string {
  const parts = query.map((pair, index) => ({
    text: (index === 0 ? '?' : '&') + encodePairs([pair]),
    variable: pair.variable,
  }));
  return quoteParts({ text: url, variable: undefined }, ...parts);
}

function print(request: SampleRequest): string {
  const { method, body } = request;
  const query = allQuery(request);
  const queryGoesAsData = method === 'GET' && body === undefined && query.length > 0;
  const url = withQuery(request.url, queryGoesAsData ? [] : query);
  const options = [...(queryGoesAsData ? ['--get'] : []), ...requestOptions(method, url, body !== undefined)];
  const call = ['curl', ...options].join(' ');
  const needsType = body?.kind === 'json' || body?.kind === 'text' || body?.kind === 'file';
  const basic = basicCredential(request);
  const lines = [
    // The button that copies stands in the first line.
    ...(call.length + url.length < lineLength - 8 ? [`${call} ${url}`] : [call, url]),
    ...(queryGoesAsData
      ? query.map(
          ({ name, value, variable }) =>
            `--data-urlencode ${quoteParts({ text: `${percentEncode(name)}=${value}`, variable })}`,
        )
      : []),
    ...(basic === undefined ? [] : [`--user ${quoteShell(`${basic.user}:${basic.password}`)}`]),
    ...allHeaders(request, needsType ? body.mediaType : undefined).map(
      ({ name, value, variable }) =>
        `--header ${variable === undefined ? quoteShell(headerArgument(name, value)) : quoteParts({ text: `${name}: ${value}`, variable })}`,
    ),
    ...bodyOptions(body),
  ];
  return `${lines.join(' \\\n  ')}\n`;
}

export const shell: SampleLanguage = {
  id: 'shell',
  label: 'Shell',
  lexer: 'shell',
  print,
  escapeKey: escapeShellKey,
  colours: shellColours,
  interpreter: shellInterpreter,
};
