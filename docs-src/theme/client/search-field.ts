import { element } from './elements.ts';
import type { FoundGroup, SiteSearch } from './search.ts';
import { wordsForNextPage } from './search-words.ts';
import { word } from './words.ts';

/** What of the page a search works with. */
export interface SearchParts {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  readonly status: Element;
  /** Prefix of links to pages of the site. */
  readonly root: string;
  readonly markWords: (words: readonly string[]) => void;
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

/** The list of results and what the keyboard does in the field (WAI-ARIA Authoring Practices, Combobox pattern). */
export function setUpSearchField(search: SiteSearch, parts: SearchParts): void {
  const { dialog, input, list, status, root } = parts;
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

  const update = () => show(search(input.value), input.value);
  const follow = (result: HTMLAnchorElement) => {
    dialog.close();
    const words = (result.dataset.words ?? '').split(' ');
    if (pageOf(result.pathname) !== pageOf(location.pathname)) {
      wordsForNextPage.keep(words);
      location.href = result.href;
      return;
    }
    parts.markWords(words);
    location.hash = result.hash;
  };

  input.addEventListener('input', update);
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
      update();
    }
  });
  list.addEventListener('click', (event) => {
    const result = (event.target as Element).closest<HTMLAnchorElement>('.search-result');
    if (result === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    follow(result);
  });
  update();
}
