import path from 'node:path';
import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { nearestName } from '../../../openapi/model/nearest-name.ts';
import { decodedOrItself } from '../../../openapi/model/percent-encoding.ts';
import { unescapeHtml } from '../markdown/escape-html.ts';
import { idsOfHtml } from '../markdown/ids-of-html.ts';
import type { MarkdownText } from '../markdown/page-elements.ts';
import { createSlateMarkdown } from '../markdown/slate-markdown.ts';
import { type SiteFile, wholeContent } from '../pages/site-file.ts';
import type { FurtherPage } from '../source/further-pages.ts';
import type { SourceFault } from '../source/source-fault.ts';

interface WrittenLink {
  readonly href: string;
  readonly line: number;
}

/** Looks at the files of a site as they are made, and knows then which links of a writer's pages lead nowhere. */
export interface DeadLinkFinder {
  look(file: SiteFile): void;
  /** Links that lead to no heading of the page and to no file of the site, each once. */
  faults(): readonly SourceFault[];
}

/** A place on the site, under any of the names that its file may have. */
interface LinkTarget {
  readonly names: readonly string[];
  /** Empty: the file as a whole. */
  readonly id: string;
}

/** Where a big document has its pages' texts: it opens with an overview. */
const wholePage = 'all.html';

export function createDeadLinkFinder(
  pages: readonly Pick<FurtherPage, 'path' | 'source'>[],
  isSlate: boolean,
): DeadLinkFinder {
  const markdown = createSlateMarkdown({ locale: 'en', isSlate });
  const links = pages.flatMap(({ path: from, source }) =>
    source.texts.flatMap((text) =>
      linksOf(markdown, text).flatMap((link) => {
        const target = targetOf(link.href, from);
        return target === undefined ? [] : [{ ...link, ...target, from, file: text.file }];
      }),
    ),
  );
  const withPlaces = new Set(links.flatMap(({ id, names }) => (id === '' ? [] : [...names, wholePage])));
  const idsOfFiles = new Map<string, ReadonlySet<string>>();
  return {
    look: ([name, content]) => idsOfFiles.set(name, withPlaces.has(name) ? idsIn(content) : new Set()),
    faults: () => {
      const faults = new Map<string, SourceFault>();
      for (const { file, line, ...link } of links) {
        const message = whyDead(link, idsOfFiles);
        const key = `${file} ${link.href}`;
        if (message !== undefined && !faults.has(key)) faults.set(key, { file, line, message });
      }
      return [...faults.values()];
    },
  };
}

/** undefined for addresses of other hosts, and of whatever the site's own server has beside it. */
function targetOf(href: string, from: string): LinkTarget | undefined {
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
  return { names, id };
}

function whyDead(
  { href, from, names, id }: LinkTarget & { readonly href: string; readonly from: string },
  idsOfFiles: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const name = names.find((candidate) => idsOfFiles.has(candidate));
  if (name === undefined) return `The link to "${href}" leads nowhere: the site has no such file.`;
  if (id === '' || !name.endsWith('.html')) return undefined;
  const places = [name, ...(name === from ? [wholePage] : [])];
  const ids = new Set(places.flatMap((place) => [...(idsOfFiles.get(place) ?? [])]));
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

function idsIn(content: SiteFile[1]): ReadonlySet<string> {
  const html = content instanceof Uint8Array ? '' : String(wholeContent(content));
  return new Set(idsOfHtml(html).map(({ id }) => id));
}
