const registry = typeof CSS === 'object' && 'highlights' in CSS ? CSS.highlights : undefined;

/** Small letters without accents, letter by letter: the result is as long as the text. */
function plain(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => letter.normalize('NFD').charAt(0).toLowerCase());
}

/** Marks words in the text of the page, as Slate does; without touching the page's elements. Empty clears. */
export function markWords(words: readonly string[]): void {
  registry?.delete('search');
  const content = document.querySelector('.content');
  const wanted = words.map(plain).filter((word) => word.length > 1);
  if (registry === undefined || content === null || wanted.length === 0) return;
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = plain(node.nodeValue ?? '');
    for (const word of wanted) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + word.length);
        ranges.push(range);
      }
    }
  }
  registry.set('search', new Highlight(...ranges));
}
