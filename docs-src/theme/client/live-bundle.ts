import { cardOf, type LiveCards } from './live-card.ts';
import { listIn, readReply } from './try-it-read.ts';
import { word } from './words.ts';

/** What the page says of a live search (engine/views/live-search-html.ts). */
interface LiveRequest extends LiveCards {
  readonly url: string;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly by: string;
  readonly key?: string;
  readonly credential?: { readonly in: 'header' | 'query'; readonly name: string; readonly prefix: string };
}

/** What is asked for a word, with a key where there is one. */
function requestOf(
  { url, query, headers, by, credential }: LiveRequest,
  value: string,
  key: string,
): Request {
  const pairs = [...query, [by, value] as const];
  const sent = new Headers(headers);
  if (credential !== undefined && key !== '') {
    const { name, prefix } = credential;
    if (credential.in === 'query') pairs.push([name, prefix + key]);
    else sent.set(name, prefix + key);
  }
  const written = new URLSearchParams(pairs.map(([name, one]) => [name, one]));
  return new Request(`${url}?${written}`, { headers: sent, credentials: 'omit' });
}

/** A refusal in the words of the API, of problem details (RFC 9457), else its status alone. */
function refusalOf(status: string, body: unknown): string {
  const { message, detail, title } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return `${status}: ${message ?? detail ?? title ?? ''}`.replace(/: $/, '');
}

/** Shows cards of what is found; the last word that was asked for counts. */
globalThis.kitLive = (place, currentKey) => {
  const [form, said, cards] = place.children;
  const input = place.querySelector('input');
  if (form === undefined || said === undefined || cards === undefined || input === null) return;
  const live = JSON.parse(place.dataset.live ?? '{}') as LiveRequest; // printed by the build
  let asked = new AbortController();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    asked.abort();
    asked = new AbortController();
    const { signal } = asked;
    const show = (text: string, found: readonly unknown[] = []) => {
      if (signal.aborted) return;
      said.textContent = text;
      cards.replaceChildren(...found.map((item) => cardOf(item, live)));
    };
    said.textContent = word('sending');
    const request = requestOf(live, input.value, currentKey() || (live.key ?? ''));
    const answer = await fetch(request, { signal }).catch(() => undefined);
    if (answer === undefined) return show(word('noAnswer', { server: location.origin }));
    const { status, statusText, json } = await readReply(answer, () => 0);
    if (!answer.ok) return show(refusalOf(`${status} ${statusText}`.trim(), json));
    const list = listIn(json) ?? [];
    const count = word(list.length === 1 ? 'oneResult' : 'results', { count: list.length });
    show(list.length === 0 ? count : `${count}, ${word('madeUp')}`, list);
  });
};
