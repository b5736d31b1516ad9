import MarkdownIt, { type Token } from 'markdown-it';
import { addAsides } from './aside-rule.ts';
import { limitHtmlBlocks } from './block-html-rule.ts';
import { addDirectives } from './directive-rule.ts';
import { escapeHtml } from './escape-html.ts';
import { highlight } from './highlight.ts';
import { useRedcarpet } from './redcarpet/use-redcarpet.ts';
import { addHeadingIds, addSlateHeadings } from './slate-heading-rule.ts';
import { slateTab } from './slate-tab.ts';
import { addSmartPunctuation } from './smart-punctuation.ts';

export interface SlateMarkdownOptions {
  /** BCP 47; decides the quotation marks. */
  readonly locale: string;
  /** Read as Redcarpet does, for the page that Slate gave; else as CommonMark with Slate's additions. */
  readonly isSlate?: boolean;
}

/** Quotation marks by language, as markdown-it wants them: double, then single. */
const quotesOf: Readonly<Record<string, string | readonly string[]>> = {
  fr: ['«\u00a0', '\u00a0»', '‹\u00a0', '\u00a0›'],
};

/**
 * A fence as Slate prints it: `python` gives `highlight python tab-python`; of `ruby--v2` the part before `--` chooses
 * the colours and the whole chooses the tab (Slate's lib/multilang.rb). `tabOf` says under which tab a name is shown, if any.
 */
export function renderFence(
  code: string,
  info: string,
  tabOf: (name: string) => string | undefined = ownTab,
): string {
  const name = info.trim().split(/\s+/)[0] ?? '';
  const [language = ''] = name.split('--');
  const tab = name === '' ? undefined : tabOf(name);
  const classes = `highlight ${language || 'plaintext'}${tab === undefined ? '' : ` tab-${tab}`}`;
  const html = highlight(code, language);
  return `<div class="highlight"><pre class="${escapeHtml(classes)}"><code>${html}</code></pre></div>\n`;
}

/** Slate's tab of a fence, and on pages of ours the tab of its name where Slate has none. */
const ownTab = (name: string) => slateTab(name) ?? name;

/** Aligned table cells get a class: a strict Content-Security-Policy refuses the `style` that markdown-it writes. */
export function addAlignmentClasses(markdown: MarkdownIt): void {
  const renderCell = (tokens: Token[], index: number) => {
    const token = tokens[index] as Token;
    const alignment = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
    return alignment === undefined ? `<${token.tag}>` : `<${token.tag} class="align-${alignment}">`;
  };
  markdown.renderer.rules.th_open = renderCell;
  markdown.renderer.rules.td_open = renderCell;
}

/** CommonMark with fences, tables, strikethrough and smart quotes; no indented code, no bare links; headings without a space after `#`. */
function useCommonMark(markdown: MarkdownIt): void {
  markdown.disable(['code', 'replacements']);
  addSlateHeadings(markdown);
  addSmartPunctuation(markdown);
  limitHtmlBlocks(markdown);
}

/**
 * What a page is written in: one of the two grammars, raw HTML, because these are a writer's own pages, asides whose inside is Markdown,
 * and the kit's directives. Slate 2.x has straight quotes: its Middleman never handed SmartyPants to Redcarpet.
 */
export function createSlateMarkdown({ locale, isSlate = false }: SlateMarkdownOptions): MarkdownIt {
  const markdown = new MarkdownIt({
    html: true,
    linkify: false,
    typographer: !isSlate,
    quotes: (quotesOf[locale.slice(0, 2)] as string | string[] | undefined) ?? '“”‘’',
  });
  if (isSlate) useRedcarpet(markdown);
  else useCommonMark(markdown);
  addHeadingIds(markdown);
  addAsides(markdown);
  addDirectives(markdown);
  addAlignmentClasses(markdown);
  markdown.renderer.rules.fence = (tokens: Token[], index: number) => {
    const token = tokens[index] as Token;
    return renderFence(token.content, token.info, isSlate ? slateTab : undefined);
  };
  return markdown;
}
