import { element } from './elements.ts';
import { markWords } from './highlight-words.ts';
import type { FoundGroup, Search } from './search.ts';
import { word } from './words.ts';

declare global {
  /** Set by search.js, the bundle that is loaded when the field is first used. */
  var kitSearch: ((data: unknown) => Search) | undefined;
  /** Set by the site's search data, a script too: so that search works from file://. */
  var kitSearchData: unknown;
}

function loadScript(source: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = element('script', '');
    script.src = source;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${source} did not load.`));
    document.head.append(script);
  });
}

async function loadSearch(dialog: HTMLElement): Promise<Search> {
  const root = document.documentElement.dataset.root ?? '';
  const data = dialog.dataset.index ?? '';
  const loadData = async () => {
    const answer = await fetch(data);
    if (!answer.ok) throw new Error(`${data} answered ${answer.status}.`);
    globalThis.kitSearchData = await answer.json();
  };
  await Promise.all([
    globalThis.kitSearch ?? loadScript(`${root}search.js`),
    data.endsWith('.js') ? loadScript(data) : loadData(),
  ]);
  if (globalThis.kitSearch === undefined) throw new Error('search.js did not define kitSearch.');
  return globalThis.kitSearch(globalThis.kitSearchData);
}

/** The words that were found, marked in a line of a result. */
function marked(text: string, words: readonly string[]): (Node | string)[] {
  if (words.length === 0) return [text];
  const pattern = new RegExp(
    `(${words.map((found) => found.replace(/[^\p{L}\p{N}]/gu, '\\$&')).join('|')})`,
    'giu',
  );
  return text.split(pattern).map((part, index) => (index % 2 === 1 ? element('mark', '', part) : part));
}

/** A folder and its index are one page. */
function pageOf(path: string): string {
  return path.replace(/(index)?(\.html)?$/, '');
}

const wordsOfLastPage = 'search-words';

/** The page that a result leads to marks the words that were found. */
function keepForNextPage(words: readonly string[]): void {
  try {
    sessionStorage.setItem(wordsOfLastPage, words.join(' '));
  } catch {
    // Forbidden: the page opens without marks.
  }
}

function markWordsOfLastPage(): void {
  try {
    markWords(sessionStorage.getItem(wordsOfLastPage)?.split(' ') ?? []);
    sessionStorage.removeItem(wordsOfLastPage);
  } catch {
    // Forbidden: nothing was kept.
  }
}

/** The field, its list and what the keyboard does in them (WAI-ARIA Authoring Practices, Combobox pattern). */
export function setUpSearch(): void {
  const dialog = document.getElementById('search-dialog') as HTMLDialogElement | null;
  const input = document.getElementById('input-search') as HTMLInputElement | null;
  const list = document.getElementById('search-results');
  const status = dialog?.querySelector('.search-status');
  if (dialog === null || input === null || list === null || !status) return;
  const root = document.documentElement.dataset.root ?? '';
  let search: Promise<Search> | undefined;
  let results: HTMLAnchorElement[] = [];
  let chosen = -1;

  const choose = (index: number) => {
    chosen = results.length === 0 ? -1 : (index + results.length) % results.length;
    results.forEach((result, at) => {
      result.ariaSelected = String(at === chosen);
    });
    const result = results[chosen];
    result?.scrollIntoView({ block: 'nearest' });
    if (result === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', result.id);
  };

  const show = (groups: readonly FoundGroup[], query: string) => {
    results = [];
    list.replaceChildren(
      ...groups.map((group, at) => {
        const title = element('p', 'search-group-title', word(group.name));
        title.id = `search-group-${at}`;
        const box = element('div', 'search-group', title);
        box.role = 'group';
        box.setAttribute('aria-labelledby', title.id);
        for (const found of group.found) {
          const result = element(
            'a',
            'search-result',
            element('strong', '', ...marked(found.title, found.words)),
          );
          if (found.line !== '') result.append(element('small', '', ...marked(found.line, found.words)));
          result.href = root + found.href;
          result.role = 'option';
          result.tabIndex = -1;
          result.id = `search-result-${results.length}`;
          result.dataset.words = found.words.join(' ');
          results.push(result);
          box.append(result);
        }
        return box;
      }),
    );
    input.ariaExpanded = String(results.length > 0);
    const isEmpty = query.trim() === '';
    status.textContent = isEmpty ? '' : results.length === 0 ? word('searchNothing', { query }) : '';
    choose(0);
  };

  const load = () => {
    search ??= loadSearch(dialog);
    return search;
  };
  const update = async () => {
    const query = input.value;
    try {
      const find = await load();
      if (query === input.value) show(find(query), query);
    } catch {
      search = undefined; // the next key tries again
      status.textContent = word('searchFailed');
    }
  };
  const follow = (result: HTMLAnchorElement) => {
    dialog.close();
    const words = (result.dataset.words ?? '').split(' ');
    if (pageOf(result.pathname) !== pageOf(location.pathname)) {
      keepForNextPage(words);
      location.href = result.href;
      return;
    }
    markWords(words);
    location.hash = result.hash;
  };

  markWordsOfLastPage();
  input.addEventListener('focus', () => void load().catch(() => undefined));
  input.addEventListener('input', () => void update());
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const result = results[chosen];
      if (result !== undefined) follow(result);
    } else if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      input.value = '';
      void update();
    }
  });
  list.addEventListener('click', (event) => {
    const result = (event.target as Element).closest<HTMLAnchorElement>('.search-result');
    if (result === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    follow(result);
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = (event.target as Element).matches('input, textarea, select, [contenteditable]');
    const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isSlash || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')) {
      event.preventDefault();
      if (!dialog.open && document.querySelector('dialog[open]') === null) dialog.showModal();
      input.select();
    } else if (event.key === 'Escape' && !dialog.open) markWords([]);
  });
}
