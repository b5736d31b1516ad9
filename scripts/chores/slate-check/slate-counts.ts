/** What can be counted both in a Slate source and on the page that was made from it. */
export interface SlateCounts {
  readonly headings: number;
  readonly tables: number;
  readonly codeBlocks: number;
  /** Code blocks by their tab class, `python: 12`. */
  readonly tabs: ReadonlyMap<string, number>;
  readonly asides: number;
  readonly annotations: number;
  readonly images: number;
  /** Ids that links may lead to. */
  readonly anchors: ReadonlySet<string>;
}

/** Every kind whose count differs, in words; empty: nothing is lost and nothing was made up. */
export function differences(source: SlateCounts, page: SlateCounts): string[] {
  const numbers = (['headings', 'tables', 'codeBlocks', 'asides', 'annotations', 'images'] as const).flatMap(
    (kind) =>
      source[kind] === page[kind]
        ? []
        : [`${kind}: ${source[kind]} in the source, ${page[kind]} on the page`],
  );
  const tabs = [...new Set([...source.tabs.keys(), ...page.tabs.keys()])].flatMap((tab) => {
    const [wanted, found] = [source.tabs.get(tab) ?? 0, page.tabs.get(tab) ?? 0];
    return wanted === found ? [] : [`tab ${tab}: ${wanted} in the source, ${found} on the page`];
  });
  const missing = [...source.anchors].filter((anchor) => !page.anchors.has(anchor));
  return [...numbers, ...tabs, ...missing.map((anchor) => `anchor #${anchor} is missing`)];
}
