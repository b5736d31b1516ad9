import { markText } from './mark-text.ts';

/** Small letters without accents, letter by letter: the result is as long as the text. */
function plain(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => letter.normalize('NFD').charAt(0).toLowerCase());
}

/** Marks words in the text of the page, as Slate does. Empty clears. */
export function markWords(words: readonly string[]): void {
  const wanted = words.map(plain).filter((word) => word.length > 1);
  markText('search', wanted.length === 0 ? null : document.querySelector('.content'), (whole) => {
    const text = plain(whole);
    const found: [number, number][] = [];
    for (const word of wanted)
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
        found.push([at, at + word.length]);
    return found;
  });
}
