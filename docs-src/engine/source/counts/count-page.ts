import { textOfHtml } from '../../markdown/page-elements.ts';
import { type CountedItem, lettersOf, type SlateCounts } from './slate-counts.ts';

function count(html: string, pattern: RegExp): number {
  return [...html.matchAll(pattern)].length;
}

function items(html: string, pattern: RegExp): CountedItem[] {
  return [...html.matchAll(pattern)].map(([found]) => ({ letters: lettersOf(textOfHtml(found)) }));
}

/** Counts what a built page shows in its content. */
export function countPage(page: string): SlateCounts {
  const html = /<main\b[\s\S]*<\/main>/.exec(page)?.[0] ?? '';
  const withoutCode = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/(<pre\b[^>]*>)[\s\S]*?<\/pre>/g, '$1</pre>');
  const tabs = new Map<string, number>();
  for (const match of html.matchAll(/<pre class="highlight[^"]*? tab-([^"\s]+)"/g)) {
    const tab = match[1] ?? '';
    tabs.set(tab, (tabs.get(tab) ?? 0) + 1);
  }
  return {
    headings: items(withoutCode, /<h([1-6])\b[\s\S]*?<\/h\1>/gi),
    tables: items(withoutCode, /<table\b[\s\S]*?<\/(?:tr|table)>/gi),
    codeBlocks: count(html, /<pre class="highlight/g),
    tabs,
    asides: count(withoutCode, /<aside\b/gi),
    annotations: count(withoutCode, /<blockquote\b/gi),
    images: count(withoutCode, /<img\b/gi),
    anchors: new Set(
      [...withoutCode.matchAll(/\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    ),
  };
}
