/** A file of a site: its path from the root, and what it holds; a page, which may be big, is text in pieces. */
export type SiteFile = readonly [path: string, content: string | readonly string[] | Uint8Array];

export function wholeContent(content: SiteFile[1]): string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array ? content : content.join('');
}
