/** Redcarpet's hash of a heading that holds no letter (djb2, in 64 bits). */
function djb2(text: string): string {
  let hash = 5381n;
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(64, hash * 33n + BigInt(byte));
  return hash.toString(16);
}

/**
 * The id that Redcarpet itself gives a heading (`with_toc_data`), from its HTML: tags and entities go, all but ASCII's letters,
 * digits and `_` separates words. As 3.5.1 does it; equal headings have equal ids.
 */
export function redcarpetAnchor(html: string): string {
  const words = html
    .replace(/<[^>]*>|&[^;\s]*;/g, '')
    .replace(/[^a-z0-9_]+/gi, '-')
    .replace(/^-|-$/g, '');
  return words === '' ? `part-${djb2(html)}` : words.toLowerCase();
}
