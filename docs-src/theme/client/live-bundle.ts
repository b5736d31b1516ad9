import { element } from './elements.ts';
import { cardOf, type LiveCards } from './live-card.ts';
import { listIn, readReply } from './try-it-read.ts';
import { word } from './words.ts';

/** What the page says of a live search (engine/views/live-search-html.ts). */
interface LiveRequest extends LiveCards {
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly by: string;
  readonly key?: string;
  readonly keyHeader?: string;
}

/** A field, a button, and cards of what is found; asked when the reader says so. */
globalThis.kitLive = (place, currentKey) => {
  const live = JSON.parse(place.dataset.live ?? '{}') as LiveRequest; // printed by the build
  const input = element('input', '');
  input.type = 'search';
  input.value = live.parameters[live.by] ?? '';
  const button = element('button', 'primary-button', word('send'));
  const form = element('form', '', element('label', '', element('code', '', live.by), ' ', input), button);
  const said = element('p', 'live-said');
  said.role = 'status';
  const cards = element('ul', 'live-cards');
  place.replaceChildren(form, said, cards);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    said.textContent = word('sending');
    const parameters = new URLSearchParams({ ...live.parameters, [live.by]: input.value });
    const key = currentKey() || live.key;
    const headers = { ...live.headers, ...(live.keyHeader && key ? { [live.keyHeader]: key } : {}) };
    try {
      const answer = await fetch(`${live.url}?${parameters}`, { headers, credentials: 'omit' });
      const { status, statusText, text, json } = await readReply(answer, () => 0);
      const list = listIn(json) ?? [];
      const count = list.length;
      said.textContent = answer.ok
        ? word(count === 1 ? 'oneResult' : 'results', { count }) + (count === 0 ? '' : `, ${word('madeUp')}`)
        : `${status} ${statusText}: ${(json as { message?: string } | undefined)?.message ?? text}`;
      cards.replaceChildren(...(answer.ok ? list : []).map((item) => cardOf(item, live)));
    } catch {
      said.textContent = word('noAnswer', { server: location.origin });
    }
  });
};
