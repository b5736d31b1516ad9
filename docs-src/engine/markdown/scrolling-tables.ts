const tag = /<table(?=[\s>])[^>]*>|<\/table>/gi;

/**
 * Puts each table into a box of its own, which scrolls where the table is wider than its column; a reader without a mouse
 * comes to it with Tab. Tables that the HTML leaves open stay as they are: a box would take in what follows.
 */
export function withScrollingTables(html: string): string {
  let depth = 0;
  for (const [found] of html.matchAll(tag)) {
    depth += found.startsWith('</') ? -1 : 1;
    if (depth < 0) return html;
  }
  if (depth !== 0) return html;
  return html.replace(tag, (found) => {
    if (!found.startsWith('</')) {
      depth += 1;
      return depth === 1 ? `<div class="table-scroll" tabindex="0">${found}` : found;
    }
    depth -= 1;
    return depth === 0 ? `${found}</div>` : found;
  });
}
