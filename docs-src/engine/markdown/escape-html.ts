const entityOf: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser of HTML turns a bare CR into LF; a sample must come back from the page as it was written.
  '\r': '&#13;',
};
const characterOf = Object.fromEntries(
  Object.entries(entityOf).map(([character, entity]) => [entity, character]),
);

/** Text as HTML, for element content and quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => entityOf[character] ?? character);
}

/** The text behind the entities that `escapeHtml` and markdown-it write. */
export function unescapeHtml(html: string): string {
  return html.replace(/&(?:amp|lt|gt|quot|#39|#13);/g, (entity) => characterOf[entity] ?? entity);
}
