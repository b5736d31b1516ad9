import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { CodeEnvironment, DirectiveMeta } from './directive-rule.ts';
import { unescapeHtml } from './escape-html.ts';
import type { HeadingIdEnvironment } from './slate-heading-rule.ts';

/** What one Markdown text consists of at its top level, in order; lines count from 1 and are those of the file. */
export type PageElement =
  | {
      readonly kind: 'html';
      readonly html: string /** What the writer wrote. */;
      readonly markdown: string;
      readonly line: number;
    }
  | PageHeading
  | PageDirective;

export interface PageHeading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  readonly id: string;
  readonly titleHtml: string;
  /** Without tags and entities. */
  readonly title: string;
  /** The group of the menu that a generated heading is in. */
  readonly group?: string | undefined;
  readonly file: string;
  readonly line: number;
}

export interface PageDirective extends DirectiveMeta {
  readonly kind: 'directive';
  readonly file: string;
  readonly line: number;
}

/** One Markdown file, with the number of its first line (front matter stands above it). */
export interface MarkdownText {
  readonly file: string;
  readonly firstLine: number;
  readonly text: string;
  /** Texts of one number are rendered in one go, `pageItself` with the page; without one it is rendered by itself, as an include is. */
  readonly rendering?: number;
  /** Reads what `<!-- kit code PATH -->` shows; `line` counts from the text's first, as 0. */
  readonly readCode?: CodeEnvironment['readCode'];
}

/** The text of a piece of rendered HTML: what a menu, a title or a search shows. */
export function textOfHtml(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, '')).trim();
}

/**
 * Reads one text into elements: headings and directives apart, the rest as HTML in as few pieces as possible.
 */
export function readElements(
  markdown: MarkdownIt,
  source: MarkdownText,
  nextId: (html: string, level: number) => string,
): PageElement[] {
  const env = { nextHeadingId: nextId, readCode: source.readCode } satisfies HeadingIdEnvironment &
    CodeEnvironment;
  const lines = source.text.split('\n');
  const tokens = markdown.parse(source.text, env);
  const elements: PageElement[] = [];
  let pending: Token[] = [];
  const lineOf = (token: Token | undefined) => (token?.map?.[0] ?? 0) + source.firstLine;
  const flush = () => {
    if (pending.length === 0) return;
    const html = markdown.renderer.render(pending, markdown.options, env);
    if (html.trim() !== '') {
      const first = pending[0]?.map?.[0] ?? 0;
      const end = Math.max(...pending.map((token) => token.map?.[1] ?? 0));
      const text = lines.slice(first, end).join('\n').trim();
      elements.push({ kind: 'html', html, markdown: text, line: lineOf(pending[0]) });
    }
    pending = [];
  };
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (token.type === 'kit_directive') {
      flush();
      elements.push({
        kind: 'directive',
        ...(token.meta as DirectiveMeta),
        file: source.file,
        line: lineOf(token),
      });
    } else if (token.type === 'heading_open' && token.level === 0) {
      flush();
      const inline = tokens[index + 1] as Token;
      const titleHtml = markdown.renderer.renderInline(inline.children ?? [], markdown.options, env);
      elements.push({
        kind: 'heading',
        level: Number(token.tag.slice(1)) as PageHeading['level'],
        id: token.attrGet('id') ?? '',
        titleHtml,
        title: textOfHtml(titleHtml),
        file: source.file,
        line: lineOf(token),
      });
      index += 2;
    } else {
      if (token.type === 'fence' && token.markup === '' && token.map !== null)
        // A file that a directive shows: in Markdown it is a fence.
        lines[token.map[0]] = `\`\`\`\`${token.info}\n${token.content.trimEnd()}\n\`\`\`\``;
      pending.push(token);
    }
  }
  flush();
  return elements;
}
