import { markWords } from './highlight-words.ts';
import { loadScript, siteRoot } from './load-script.ts';
import type { SearchParts } from './search-field.ts';
import { wordsForNextPage } from './search-words.ts';
import { word } from './words.ts';

declare global {
  /** Set by search.js, the bundle that is loaded when the field is first used. */
  var kitSearch: ((parts: SearchParts) => void) | undefined;
  /** Set by the site's search data, a script too. */
  var kitSearchData: unknown;
}

/** Opens the dialog, by key too, and loads the search and its data when the field first has the focus. */
export function setUpSearch(): void {
  markWords(wordsForNextPage.take());
  const dialog = document.getElementById('frame_search-dialog') as HTMLDialogElement | null;
  const input = document.getElementById('input-search') as HTMLInputElement | null;
  const list = document.getElementById('search-results');
  const status = dialog?.querySelector('.search-status');
  if (dialog === null || input === null || list === null || !status) return;
  const root = siteRoot();
  let isAsked = false;

  const load = async () => {
    if (isAsked) return;
    isAsked = true;
    try {
      await Promise.all([loadScript(`${root}search.js`), loadScript(dialog.dataset.index ?? '')]);
      status.textContent = '';
      globalThis.kitSearch?.({ dialog, input, list, status, root, markWords });
    } catch {
      isAsked = false; // the next time that the field has the focus tries again
      status.textContent = word('searchFailed');
    }
  };

  input.addEventListener('focus', () => void load());
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
