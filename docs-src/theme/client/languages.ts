import { languageOfQuery, queryWithLanguage } from './language-address.ts';
import { readStored, writeStored } from './stored.ts';

/*
 * Slate's language tabs (_lang.js): the choice stands in the address (?python), in storage, and Back undoes it.
 * Hiding is one small stylesheet, not a walk over every block: the largest page changes at once.
 */
const languages = (document.documentElement.dataset.languages ?? '').split(' ').filter((id) => id !== '');
const sheet = new CSSStyleSheet();

function showLanguage(chosen: string): void {
  const hidden = languages
    .filter((id) => id !== chosen)
    .map((id) => `.highlight.tab-${CSS.escape(id)},.lang-specific.${CSS.escape(id)}`);
  sheet.replaceSync(hidden.length === 0 ? '' : `${hidden.join()}{display:none}`);
  markTabs(chosen);
}

/** The tabs and lists that choose a language show which one it is. */
function markTabs(chosen: string): void {
  for (const tab of document.querySelectorAll<HTMLElement>('[data-language-name]')) {
    tab.ariaCurrent = tab.dataset.languageName === chosen ? 'true' : null;
  }
  for (const select of document.querySelectorAll<HTMLSelectElement>('.language-select'))
    select.value = chosen;
}

/** What the reader looks at: it stands still while code above it grows or shrinks. */
function elementInView(clicked: Element | undefined): Element | null {
  if (clicked?.closest('.content')) return clicked;
  const content = document.querySelector('.content')?.getBoundingClientRect();
  const isLeftToRight = document.documentElement.dir !== 'rtl';
  if (content === undefined) return null;
  return document.elementFromPoint(isLeftToRight ? content.left + 40 : content.right - 40, 120);
}

function chooseLanguage(language: string, clicked: Element): void {
  const still = elementInView(clicked);
  const top = still?.getBoundingClientRect().top ?? 0;
  history.pushState({ language }, '', queryWithLanguage(location.search, language) + location.hash);
  writeStored('language', language);
  showLanguage(language);
  const moved = (still?.getBoundingClientRect().top ?? 0) - top;
  if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' });
}

/** The address wins over storage, storage over the first tab; a language of the address is remembered. */
function currentLanguage(): string | undefined {
  const ofAddress = languageOfQuery(location.search, languages);
  if (ofAddress !== undefined) writeStored('language', ofAddress);
  const stored = readStored('language');
  return ofAddress ?? (stored !== null && languages.includes(stored) ? stored : languages[0]);
}

export function setUpLanguages(): void {
  const first = currentLanguage();
  if (first === undefined) return;
  document.adoptedStyleSheets.push(sheet);
  showLanguage(first);
  document.addEventListener('DOMContentLoaded', () => markTabs(first));
  history.replaceState({ language: first }, '');
  addEventListener('popstate', ({ state }) => {
    const { language } = (state ?? {}) as { language?: string };
    if (language === undefined) return;
    writeStored('language', language);
    showLanguage(language);
  });
  document.addEventListener('click', (event) => {
    const tab = (event.target as Element).closest<HTMLElement>('[data-language-name]');
    if (tab === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    chooseLanguage(tab.dataset.languageName ?? '', tab);
  });
  document.addEventListener('change', (event) => {
    const select = event.target as HTMLSelectElement;
    if (select.matches('.language-select')) chooseLanguage(select.value, select);
  });
}
