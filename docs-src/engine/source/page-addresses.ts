import path from 'node:path';

const toMarkdown = /(<a\b[^>]*?\shref=["'])([^"'#?:]+?)(?:\.html)?\.md(?=["'#?])/gi;

/** Leads links to the Markdown file of a page, which work where the sources are shown, to the page that is made of it. */
export function withPageAddresses(
  html: string,
  page: string,
  pages: readonly { readonly path: string }[],
): string {
  return html.replace(toMarkdown, (found, start: string, name: string) => {
    const target = path.posix.join(path.posix.dirname(page), `${name}.html`);
    return pages.some((other) => other.path === target) ? `${start}${name}.html` : found;
  });
}
