import type {
  ApiModel,
  DocumentFault,
  MediaTypeContent,
  Operation,
  Parameter,
  ResponseHeader,
  ResponseModel,
  SecurityScheme,
  SourceLocation,
} from '../api-model.ts';
import { headerTexts } from '../header-texts.ts';
import { framingHeaders, isHeaderName, isHeaderValue, isSendableAs } from '../http-headers.ts';
import { locationKey } from '../read/located.ts';
import { statusesWithoutBody } from '../statuses-without-body.ts';

/** What a document wants a server to say and HTTP has no way to carry: each is told once, with where it stands. */
export function checkSendable({
  operations,
  securitySchemes,
}: Pick<ApiModel, 'operations' | 'securitySchemes'>): readonly DocumentFault[] {
  const faults = new Map<string, DocumentFault>();
  const add = (message: string, location: SourceLocation) =>
    faults.set(`${locationKey(location)} ${message}`, { message, location });
  for (const scheme of securitySchemes.values()) checkScheme(scheme, add);
  for (const { parameters, responses, requestBody } of operations) {
    for (const parameter of parameters) checkParameter(parameter, add);
    checkMediaTypes(requestBody?.contents ?? [], add);
    for (const response of responses) checkResponse(response, responses, add);
  }
  return [...faults.values()];
}

type Add = (message: string, location: SourceLocation) => void;

function checkScheme({ id, in: place, name, scheme, source }: SecurityScheme, add: Add): void {
  const word = place === 'header' ? name : scheme;
  if (word !== undefined && !isHeaderName(word))
    add(`the security scheme "${id}" needs ${quoted(word)} in a header, which no client can send`, source);
}

function checkParameter({ in: place, name, source }: Parameter, add: Add): void {
  if (place === 'header' && !isHeaderName(name))
    add(`${quoted(name)} can't be the name of a header (RFC 9110, 5.1): no client can send it`, source);
}

function checkResponse(response: ResponseModel, others: Operation['responses'], add: Add): void {
  const { status, contents, headers, source } = response;
  if (status.startsWith('1') && others.every((one) => one.status.startsWith('1')))
    add(`the status ${status} is never a final one (RFC 9110, 15.2), so it is not sent`, source);
  if (statusesWithoutBody.has(Number(status)) && contents.length > 0)
    add(`a ${status} has no body (RFC 9110, 6.4.1), so its content is not sent`, source);
  checkMediaTypes(contents, add);
  for (const header of headers) checkHeader(header, add);
}

function checkMediaTypes(contents: readonly MediaTypeContent[], add: Add): void {
  for (const { mediaType, source } of contents)
    if (!isHeaderValue(mediaType))
      add(`the media type ${quoted(mediaType)} can't stand in a header: it is not sent`, source);
}

function checkHeader(header: ResponseHeader, add: Add): void {
  const { name, source } = header;
  if (!isHeaderName(name)) {
    add(`${quoted(name)} can't be the name of a header (RFC 9110, 5.1): it is not sent`, source);
    return;
  }
  if (framingHeaders.has(name.toLowerCase())) return;
  const { examples, others } = headerTexts(header);
  const wrong = [...examples, ...others].find((text) => !isSendableAs(name, text));
  if (wrong !== undefined)
    add(`the header ${name} can't hold ${quoted(wrong)} (RFC 9110, 5.5): it is not sent`, source);
}

const longestShown = 40;

function quoted(text: string): string {
  return JSON.stringify(text.length > longestShown ? `${text.slice(0, longestShown)}…` : text);
}
