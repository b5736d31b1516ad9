import { element } from './elements.ts';
import type { SearchAnswer, SiteSearch } from './search.ts';
import { splitAtNames } from './search-terms.ts';
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
  return splitAtNames(text).map((part) => (words.includes(part) ? element('mark', '', part) : part));
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

  const show = ({ found, isNearest }: SearchAnswer, query: string) => {
    results = found.map((hit, at) => {
      const result = element('a', 'search-result');
      const title = element('strong', '', ...marked(hit.title, hit.words));
      result.append(title, ' ', element('span', 'search-kind', hit.kind), ' ');
      if (hit.place.length > 0) result.append(element('small', 'search-place', hit.place.join(' › ')), ' ');
      if (hit.line !== '') result.append(element('small', '', ...marked(hit.line, hit.words)));
      result.href = root + hit.href;
      result.role = 'option';
      result.tabIndex = -1;
      result.id = `search-result-${at}`;
      result.dataset.words = hit.words.join(' ');
      return result;
    });
    list.replaceChildren(...results);
    input.ariaExpanded = String(results.length > 0);
    const count = results.length === 1 ? word('searchOne') : word('searchCount', { count: results.length });
    status.textContent = query.trim() === '' ? '' : isNearest ? word('searchNearest', { query }) : count;
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
    // A screen reader goes on where the reader has come to.
    const place = document.getElementById(decodeURIComponent(result.hash.slice(1)));
    if (place === null) return;
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
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
