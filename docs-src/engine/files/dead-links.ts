import path from 'node:path';
import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { nearestName } from '../../../openapi/model/nearest-name.ts';
import { decodedOrItself } from '../../../openapi/model/percent-encoding.ts';
import { unescapeHtml } from '../markdown/escape-html.ts';
import { idsOfHtml } from '../markdown/ids-of-html.ts';
import type { MarkdownText } from '../markdown/page-elements.ts';
import { createSlateMarkdown } from '../markdown/slate-markdown.ts';
import type { SiteFiles } from '../pages/site-theme.ts';
import type { FurtherPage } from '../source/further-pages.ts';
import type { SourceFault } from '../source/source-fault.ts';

interface WrittenLink {
  readonly href: string;
  readonly line: number;
}

/** Links of a writer's pages that lead to no heading of the page and to no file of the site, each once. */
export function findDeadLinks(
  pages: readonly Pick<FurtherPage, 'path' | 'source'>[],
  files: SiteFiles,
  isSlate: boolean,
): readonly SourceFault[] {
  const markdown = createSlateMarkdown({ locale: 'en', isSlate });
  const idsOfFiles = new Map<string, ReadonlySet<string>>();
  const idsOf = (name: string) => {
    const known = idsOfFiles.get(name) ?? idsIn(files.get(name));
    idsOfFiles.set(name, known);
    return known;
  };
  const faults = new Map<string, SourceFault>();
  for (const page of pages)
    for (const text of page.source.texts)
      for (const { href, line } of linksOf(markdown, text)) {
        const message = whyDead(href, page.path, files, idsOf);
        const key = `${text.file} ${href}`;
        if (message !== undefined && !faults.has(key)) faults.set(key, { file: text.file, line, message });
      }
  return [...faults.values()];
}

function whyDead(
  href: string,
  from: string,
  files: SiteFiles,
  idsOf: (file: string) => ReadonlySet<string>,
): string | undefined {
  // Addresses of other hosts, and of whatever the site's own server has beside it.
  if (/^([a-z][a-z0-9+.-]*:|\/|\?)/i.test(href)) return undefined;
  const [file = '', ...rest] = href.split('#');
  const id = decodedOrItself(rest.join('#'));
  const wanted = path.posix.join(path.posix.dirname(from), decodedOrItself(file.split('?')[0] ?? ''));
  // What lies above the site's root is another's: the manual is at /manual/ beside the API's documentation.
  if (wanted.startsWith('..')) return undefined;
  // A link to a page's Markdown is one to the page (page-addresses.ts).
  const page = wanted.replace(/(\.html)?\.md$/, '.html');
  const names =
    file === '' ? [from] : [page, wanted, `${wanted}.html`, path.posix.join(wanted, 'index.html')];
  const name = names.find((candidate) => files.has(candidate));
  if (name === undefined) return `The link to "${href}" leads nowhere: the site has no such file.`;
  if (id === '' || !name.endsWith('.html')) return undefined;
  // A big document opens with an overview: its pages' texts stand on the page with everything.
  const ids = new Set([...idsOf(name), ...(name === from ? idsOf('all.html') : [])]);
  if (ids.has(id)) return undefined;
  const meant = nearestName(id, ids);
  return `The link to "${href}" leads nowhere: nothing has this id.${meant === undefined ? '' : ` Did you mean #${meant}?`}`;
}

function linksOf(markdown: MarkdownIt, source: MarkdownText): readonly WrittenLink[] {
  const lines = source.text.split('\n');
  return markdown.parse(source.text, {}).flatMap((token) => {
    const [start, end] = token.map ?? [0, lines.length];
    return hrefsOf(token).map((href) => {
      const offset = lines.slice(start, end).findIndex((line) => line.includes(href));
      return { href, line: source.firstLine + start + Math.max(offset, 0) };
    });
  });
}

/** Those of Markdown and those of raw HTML. */
function hrefsOf(token: Token): readonly string[] {
  if (token.type === 'link_open') return [String(token.attrGet('href') ?? '')];
  if (token.type === 'html_block' || token.type === 'html_inline')
    return [...token.content.matchAll(/<a\b[^>]*\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
      ([, double, single]) => unescapeHtml(double ?? single ?? ''),
    );
  return (token.children ?? []).flatMap(hrefsOf);
}

function idsIn(file: string | Uint8Array | undefined): ReadonlySet<string> {
  const html = typeof file === 'string' ? file : '';
  return new Set(idsOfHtml(html).map(({ id }) => id));
}
