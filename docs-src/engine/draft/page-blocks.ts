import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { unescapeHtml } from '../markdown/escape-html.ts';
import type { MarkdownText } from '../markdown/page-elements.ts';

/** Where something was read; lines count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

/** What a page consists of for somebody who looks for an API in it: flat, in order. */
export type PageBlock = PageTitle | PageText | PageCode | PageTable;

export interface PageTitle extends SourcePlace {
  readonly kind: 'title';
  readonly level: number;
  readonly text: string;
}

/** A paragraph, an item of a list, a quote. */
export interface PageText extends SourcePlace {
  readonly kind: 'text';
  /** Without marks; a line of the source is a line. */
  readonly text: string;
  readonly markdown: string;
}

export interface PageCode extends SourcePlace {
  readonly kind: 'code';
  readonly language: string;
  /** Its place is that of its first line. */
  readonly text: string;
}

export interface PageTable extends SourcePlace {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly PageRow[];
}

export interface PageRow extends SourcePlace {
  readonly cells: readonly PageCell[];
}

export interface PageCell {
  /** Without marks. */
  readonly text: string;
  readonly markdown: string;
}

/** Reads one text of a page. */
export function readBlocks(markdown: MarkdownIt, source: MarkdownText): PageBlock[] {
  const { file, firstLine } = source;
  const blocks: PageBlock[] = [];
  const tokens = markdown.parse(source.text, {});
  let line = firstLine;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (token.map !== null) line = token.map[0] + firstLine;
    if (token.type === 'heading_open') {
      const text = plainText(tokens[index + 1]);
      blocks.push({ kind: 'title', level: Number(token.tag.slice(1)), text, file, line });
      index += 1;
    } else if (token.type === 'table_open') {
      const end = tokens.findIndex(({ type }, at) => at > index && type === 'table_close');
      blocks.push(readTable(tokens.slice(index, end), { file, line }));
      index = end;
    } else if (token.type === 'fence' || token.type === 'code_block') {
      const language = token.info.trim().toLowerCase();
      blocks.push({ kind: 'code', language, text: token.content, file, line: line + 1 });
    } else if (token.type === 'html_block') blocks.push(...readHtml(token.content, { file, line }));
    else if (token.type === 'inline')
      blocks.push({ kind: 'text', text: plainText(token), markdown: token.content, file, line });
  }
  return blocks;
}

/** A row of Markdown is a line: the rows stand below the head and its dashes. */
function readTable(tokens: readonly Token[], { file, line }: SourcePlace): PageTable {
  const rows: { cells: PageCell[] }[] = [];
  for (const token of tokens) {
    if (token.type === 'tr_open') rows.push({ cells: [] });
    if (token.type === 'inline')
      rows.at(-1)?.cells.push({ text: plainText(token).trim(), markdown: token.content });
  }
  const [head, ...body] = rows.map(({ cells }, index) => ({
    cells,
    file,
    line: line + index + Math.min(index, 1),
  }));
  return { kind: 'table', head: head?.cells.map(({ text }) => text) ?? [], rows: body, file, line };
}

/** Tables that are written as HTML; the rest of it is text. */
function readHtml(html: string, place: SourcePlace): PageBlock[] {
  const lineAt = (offset: number) => place.line + html.slice(0, offset).split('\n').length - 1;
  const tables = [...html.matchAll(/<table\b[\s\S]*?(?:<\/table>|$)/gi)].map((table): PageTable => {
    const [head, ...rows] = [...table[0].matchAll(/<tr\b[\s\S]*?(?:<\/tr>|(?=<tr\b)|$)/gi)].map((row) => ({
      ...place,
      line: lineAt(table.index + row.index),
      cells: [...row[0].matchAll(/<t[hd]\b[^>]*>([\s\S]*?)(?=<\/?t[hdr]\b|$)/gi)].map(([, cell = '']) => {
        const text = unescapeHtml(withoutTags(cell)).trim();
        return { text, markdown: text };
      }),
    }));
    return {
      kind: 'table',
      head: head?.cells.map(({ text }) => text) ?? [],
      rows,
      ...place,
      line: lineAt(table.index),
    };
  });
  const text = unescapeHtml(
    withoutTags(html.replace(/<(table|style|script)\b[\s\S]*?(?:<\/\1>|$)|<!--[\s\S]*?-->/gi, '')),
  ).trim();
  return text === '' ? tables : [{ kind: 'text', text, markdown: text, ...place }, ...tables];
}

/** Text and code of an inline token. */
function plainText(token: Token | undefined): string {
  return (token?.children ?? [])
    .map(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') return '\n';
      return type === 'html_inline' ? withoutTags(content) : content;
    })
    .join('');
}

const markup =
  /<\/?(a|abbr|aside|b|big|blockquote|br|caption|center|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|s|small|span|strike|strong|sub|sup|t[adhr]|table|tbody|tfoot|thead|tt|u|ul|var)\b[^>]*>|<!--[\s\S]*?-->/gi;

/** Takes the tags of HTML away, and leaves `<id>`, which is a placeholder. */
export function withoutTags(html: string): string {
  return html.replace(markup, (tag) => (/^<br/i.test(tag) ? ' ' : ''));
}
