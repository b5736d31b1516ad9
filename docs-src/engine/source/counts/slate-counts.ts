/** A heading or a table: its words, so that the same one can be found on both sides. */
export interface CountedItem {
  /** Letters and digits of a heading, or of a table's first row. */
  readonly letters: string;
}

/** What can be counted both in a Slate source and on the page that was made from it. */
export interface SlateCounts<Item extends CountedItem = CountedItem> {
  readonly headings: readonly Item[];
  readonly tables: readonly Item[];
  readonly codeBlocks: number;
  /** Code blocks by their tab class, `python: 12`. */
  readonly tabs: ReadonlyMap<string, number>;
  readonly asides: number;
  readonly annotations: number;
  readonly images: number;
  /** Ids that links may lead to. */
  readonly anchors: ReadonlySet<string>;
}

/** Letters and digits of a text, or its signs where it has none. */
export function lettersOf(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]/gu, '') || plain.replace(/\s|\uFE0F/g, '');
}

/** Every kind whose count differs, in words; empty: nothing is lost and nothing was made up. */
export function differences(source: SlateCounts, page: SlateCounts): string[] {
  const numbers = [
    ...(['headings', 'tables'] as const).map(
      (kind) => [kind, source[kind].length, page[kind].length] as const,
    ),
    ...(['codeBlocks', 'asides', 'annotations', 'images'] as const).map(
      (kind) => [kind, source[kind], page[kind]] as const,
    ),
    ...[...new Set([...source.tabs.keys(), ...page.tabs.keys()])].map(
      (tab) => [`tab ${tab}`, source.tabs.get(tab) ?? 0, page.tabs.get(tab) ?? 0] as const,
    ),
  ].flatMap(([kind, wanted, found]) =>
    wanted === found ? [] : [`${kind}: ${wanted} in the source, ${found} on the page`],
  );
  const missing = [...source.anchors].filter((anchor) => !page.anchors.has(anchor));
  return [...numbers, ...missing.map((anchor) => `anchor #${anchor} is missing`)];
}
