import { element } from './elements.ts';
import { limitsLeft } from './limits-left.ts';
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

async function bodyElement(answer: Response): Promise<HTMLElement> {
  const type = answer.headers.get('Content-Type') ?? '';
  const text = await answer.text();
  const block = element('pre', 'highlight');
  block.tabIndex = 0;
  const code = element('code', '');
  block.append(code);
  if (text === '') return element('p', 'try-it-facts', word('emptyBody'));
  if (!/json/.test(type)) {
    code.textContent = text;
    return block;
  }
  try {
    const pretty = JSON.stringify(JSON.parse(text), null, 2);
    code.append(pretty.length > maximumColoured ? pretty : colouredJson(pretty));
  } catch {
    code.textContent = text; // says JSON and is none: shown as it came
  }
  return block;
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

function headerList(answer: Response): HTMLElement {
  const list = element('dl', 'headers');
  for (const [name, value] of answer.headers) list.append(element('dt', '', name), element('dd', '', value));
  const count = [...answer.headers].length;
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

/** Status, time and limits left, the headers, the body. */
export async function replyElements(
  answer: Response,
  milliseconds: number,
  nowMs: number,
): Promise<HTMLElement[]> {
  const status = element(
    'span',
    `status status-${statusKind(answer.status)}`,
    `${answer.status} ${answer.statusText}`,
  );
  const facts = element(
    'p',
    'try-it-facts',
    status,
    element('span', '', word('milliseconds', { count: Math.round(milliseconds) })),
  );
  for (const { name, left, seconds } of limitsLeft((header) => answer.headers.get(header), nowMs)) {
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
  return [facts, headerList(answer), await bodyElement(answer)];
}
