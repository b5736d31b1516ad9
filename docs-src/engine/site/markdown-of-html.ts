const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#13;': '\r',
};

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#13);/g, (entity) => entities[entity] ?? entity);
}

/** A short description as one line of Markdown: what our own renderer makes of a document's text, turned back. */
export function markdownLine(html: string): string {
  return decode(
    html
      .replace(/<\/?code>/g, '`')
      .replace(/<\/?strong>/g, '**')
      .replace(/<\/?em>/g, '*')
      .replace(/<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, '[$2]($1)')
      .replace(/<br>|<\/p>|<\/li>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** The code of a highlighted block, as it was written. */
export function codeText(html: string): string {
  return decode(html.replace(/<[^>]*>/g, ''));
}
