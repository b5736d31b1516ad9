import { escapeHtml } from '../markdown/escape-html.ts';
import { absoluteUrl } from '../pages/page-frame.ts';

/** sitemap.xml over all pages but the 404 (sitemaps.org). */
export function sitemap(baseUrl: string, pages: readonly string[]): string {
  const entries = pages.map((path) => `  <url><loc>${escapeHtml(absoluteUrl(baseUrl, path))}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`;
}
