const name = 'search-words';

/** The words that a search found: the page that its result leads to marks them. Storage may be forbidden: no marks then. */
export const wordsForNextPage = {
  keep(words: readonly string[]): void {
    try {
      sessionStorage.setItem(name, words.join(' '));
    } catch {
      // Forbidden: the page opens without marks.
    }
  },

  take(): string[] {
    try {
      const words = sessionStorage.getItem(name)?.split(' ') ?? [];
      sessionStorage.removeItem(name);
      return words;
    } catch {
      return []; // forbidden: nothing was kept
    }
  },
};
