import { coloured } from './colour-tags.ts';
import { escapeHtml } from './escape-html.ts';

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? escapeHtml(text).replaceAll('&quot;', '"').replaceAll('&#39;', "'") : text;
}

/** JSON in the theme's colours. A large document has thousands of examples: one pass instead of a highlighter's grammar. */
export function colourJson(text: string): string {
  let html = '';
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, string, colon] = match;
    const letter = string === undefined ? 'n' : colon === undefined ? 's' : 'a';
    html += `${escapeText(text.slice(end, match.index))}${coloured(letter, escapeText(string ?? whole))}${colon ?? ''}`;
    end = match.index + whole.length;
  }
  return html + escapeText(text.slice(end));
}
