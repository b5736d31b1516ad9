import type { SiteFiles } from '../../../docs-src/build-site.ts';

/** Words that a page shows where its maker lost a value. */
const lostWords = /\b(?:undefined|NaN)\b|\[object Object\]/g;

/**
 * What is wrong with the pages of a site by themselves: ids that stand twice on one page, and words of lost values, unless the
 * document writes the word itself. Each as `PAGE: what`.
 */
export function pageFlaws(files: SiteFiles, documentText: string): readonly string[] {
  const own = new Set(documentText.match(lostWords));
  return [...files].flatMap(([page, content]) => {
    if (!page.endsWith('.html')) return [];
    const html = String(content);
    const lost = [...new Set(html.match(lostWords))].filter((word) => !own.has(word));
    return [...lost, ...doubledIds(html).map((id) => `id ${id} twice`)].map((flaw) => `${page}: ${flaw}`);
  });
}

function doubledIds(html: string): readonly string[] {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const [, id = ''] of html.matchAll(/\sid="([^"]+)"/g)) (seen.has(id) ? doubled : seen).add(id);
  return [...doubled];
}
