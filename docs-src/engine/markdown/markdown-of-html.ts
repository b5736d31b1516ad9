import { unescapeHtml } from './escape-html.ts';

/** A short description as one line of Markdown: what our own renderer makes of a document's text, turned back. */
export function markdownLine(html: string): string {
  return unescapeHtml(
    html
      .replace(/<\/?code>/g, '`')
      .replace(/<\/?strong>/g, '**')
      .replace(/<\/?em>/g, '*')
      .replace(/<a href="[^"]*" data-text-link>([\s\S]*?)<\/a>/g, '$1')
      .replace(/<a href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g, '[$2]($1)')
      .replace(/<br>|<\/p>|<\/li>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

/** The code of a highlighted block, as it was written. */
export function codeText(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, ''));
}
