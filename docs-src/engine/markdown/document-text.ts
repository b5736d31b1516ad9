import MarkdownIt, { type Token } from 'markdown-it';
import { remember } from '../../../openapi/model/remember.ts';
import type { Html } from '../views/views.ts';
import { addDetails } from './details-rule.ts';
import { addSafeTags } from './safe-tags.ts';
import { withScrollingTables } from './scrolling-tables.ts';
import { addHeadingIds } from './slate-heading-rule.ts';
import { addAlignmentClasses, renderFence } from './slate-markdown.ts';
import { addTaskLists } from './task-lists.ts';
import { addTextLinks, type LocalLinkEnvironment, linkHtml } from './text-link.ts';

/**
 * Text of a document (a description, a summary) as HTML: CommonMark with GitHub's tables, task lists and bare links. It is
 * data: raw HTML is shown as text, apart from a few plain tags without attributes; images are not loaded but named, with
 * a link; headings become bold paragraphs, so that they cannot break the order of the page's own.
 */
function createDocumentMarkdown(keepsHeadings: boolean): MarkdownIt {
  const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });
  addTextLinks(markdown);
  addSafeTags(markdown);
  addDetails(markdown);
  addTaskLists(markdown);
  addAlignmentClasses(markdown);
  const { rules } = markdown.renderer;
  rules.fence = (tokens: Token[], index: number) => {
    const token = tokens[index] as Token;
    return renderFence(token.content, token.info.replace(/[^\w+# -]/g, ''), () => undefined);
  };
  rules.code_block = rules.fence;
  if (keepsHeadings) addHeadingIds(markdown);
  else {
    rules.heading_open = () => '<p class="text-heading"><strong>';
    rules.heading_close = () => '</strong></p>\n';
  }
  rules.image = (tokens: Token[], index: number) => {
    const token = tokens[index] as Token;
    const source = String(token.attrGet('src') ?? '');
    return linkHtml(source, token.content || source);
  };
  return markdown;
}

const documentMarkdown = createDocumentMarkdown(false);

/** The same for `info.description` where it opens a page: its headings are the page's. */
export const introductionMarkdown: MarkdownIt = createDocumentMarkdown(true);

interface RenderedText {
  readonly html: Html;
  /** Addresses of its links that are none of the web: places of the site, or nothing that can be led to. */
  readonly localLinks: readonly string[];
}

const cache = new Map<string, RenderedText>();
/** One line that begins with a letter and has no character that means something in Markdown or HTML: most of them. */
const plainSentence = /^[A-Za-z](?:[A-Za-z0-9 ,.;()'/?%=@-]|:(?!\/))*$/;

/** The same text is read once. */
function rendered(text: string): RenderedText {
  return remember(cache, text, () => {
    const plain = text.trim();
    if (plainSentence.test(plain)) return { html: `<p>${plain}</p>`, localLinks: [] };
    const env: LocalLinkEnvironment = { localLinks: [] };
    return { html: withScrollingTables(documentMarkdown.render(text, env).trim()), ...env };
  });
}

/**
 * Renders a description; undefined and blank give an empty text. `language`: what it is in, where that is another one than the
 * page's.
 */
export function renderText(text: string | undefined, language?: string): Html {
  if (text === undefined || text.trim() === '') return '';
  const { html } = rendered(text);
  if (language === undefined) return html;
  const isOneParagraph = html.startsWith('<p>') && html.indexOf('<p', 1) < 0 && html.endsWith('</p>');
  return isOneParagraph ? `<p lang="${language}">${html.slice(3)}` : `<div lang="${language}">${html}</div>`;
}

export function localLinksOf(text: string): readonly string[] {
  // Every link of Markdown has a bracket and what it leads to behind it, there or below.
  return /\](\(|\[|:)|<a\s/i.test(text) ? rendered(text).localLinks : [];
}

/** Renders a text that stands inside a line: no paragraph around it. */
export function renderInlineText(text: string | undefined): Html {
  if (text === undefined) return '';
  const line = text.trim();
  return plainSentence.test(line) ? line : documentMarkdown.renderInline(line);
}
