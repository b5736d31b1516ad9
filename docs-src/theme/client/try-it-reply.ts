import { jsonText } from '../../../openapi/model/json-text.ts';
import { element } from './elements.ts';
import { limitsLeft } from './limits-left.ts';
import { listIn, type ReadReply } from './try-it-read.ts';
import { word } from './words.ts';

const jsonToken = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Above this a body is shown plain. */
const maximumColoured = 200_000;

/** JSON in the highlighter's colours. */
function colouredJson(text: string): DocumentFragment {
  const colours = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(jsonToken)) {
    const [whole, string, colon] = match;
    const tag = colon === undefined ? 'i' : 'b';
    colours.append(
      text.slice(end, match.index),
      element(tag, string === undefined ? 'n' : '', string ?? whole),
      colon ?? '',
    );
    end = match.index + whole.length;
  }
  colours.append(text.slice(end));
  return colours;
}

/** A body of more lines is shown in part. */
const shownLines = 30;

function bodyElement({ text, json }: ReadReply): HTMLElement {
  if (text === '') return element('p', 'try-it-facts', word('emptyBody'));
  const pretty = json === undefined ? text : jsonText(json, 2);
  const isColoured = json !== undefined && pretty.length <= maximumColoured;
  const block = element('pre', 'highlight', element('code', '', isColoured ? colouredJson(pretty) : pretty));
  block.tabIndex = 0;
  const lines = pretty.split('\n').length;
  const title = `${word('body')} `;
  const count = element(
    'small',
    '',
    word('lines', { count: lines.toLocaleString(document.documentElement.lang) }),
  );
  const part = element('details', 'card-part', element('summary', '', title, count), block);
  part.open = true;
  if (lines > shownLines) part.append(showAllButton(block));
  return part;
}

function showAllButton(block: HTMLElement): HTMLElement {
  const button = element('button', 'text-button', word('showAll'));
  button.type = 'button';
  button.addEventListener('click', () => {
    block.classList.add('is-whole');
    button.remove();
    block.focus();
  });
  return button;
}

function statusKind(status: number): string {
  return status < 300
    ? 'success'
    : status < 400
      ? 'redirection'
      : status < 500
        ? 'client-error'
        : 'server-error';
}

function headerList(headers: Headers): HTMLElement {
  const list = element('dl', 'headers');
  for (const [name, value] of headers) list.append(element('dt', '', name), element('dd', '', value));
  const count = [...headers].length;
  return element(
    'details',
    'card-part',
    element('summary', '', `${word('headers')} `, element('small', '', String(count))),
    list,
  );
}

/** `in 8 days`, in the page's language. */
function inTime(seconds: number): string {
  const format = new Intl.RelativeTimeFormat(document.documentElement.lang);
  if (seconds < 120) return format.format(seconds, 'second');
  if (seconds < 7_200) return format.format(Math.ceil(seconds / 60), 'minute');
  if (seconds < 172_800) return format.format(Math.ceil(seconds / 3_600), 'hour');
  return format.format(Math.ceil(seconds / 86_400), 'day');
}

function summaryOf({ status, statusText, milliseconds, json }: ReadReply): string[] {
  const time = word('milliseconds', { count: Math.round(milliseconds) });
  const count = listIn(json)?.length;
  const facts = [`${status} ${statusText}`.trim(), time];
  if (count === undefined) return facts;
  return [...facts, count === 1 ? word('oneResult') : word('results', { count })];
}

/** `200 OK, 25 ms, 20 results`: what is said of a reply. */
export function replySummary(reply: ReadReply): string {
  return summaryOf(reply).join(', ');
}

/** Status, time and limits left, the headers, the body. */
export function replyElements(reply: ReadReply, nowMs: number): HTMLElement[] {
  const { status, headers } = reply;
  const [code = '', ...rest] = summaryOf(reply);
  const facts = element(
    'p',
    'try-it-facts',
    element('span', `status status-${statusKind(status)}`, code),
    ...rest.map((text) => element('span', '', text)),
  );
  for (const { name, left, seconds } of limitsLeft((header) => headers.get(header), nowMs)) {
    const fresh = seconds === undefined ? '' : ` ${word('freshAgain', { when: inTime(seconds) })}`;
    facts.append(
      element(
        'span',
        '',
        word('callsLeft', { left: left.toLocaleString(document.documentElement.lang), name: word(name) }) +
          fresh,
      ),
    );
  }
  return [facts, headerList(headers), bodyElement(reply)];
}
