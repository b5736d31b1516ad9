import MarkdownIt, { type Token } from 'markdown-it';
import { addAsides } from './aside-rule.ts';
import { limitHtmlBlocks } from './block-html-rule.ts';
import { addDirectives } from './directive-rule.ts';
import { escapeHtml } from './escape-html.ts';
import { highlight } from './highlight.ts';
import { addHeadingIds, addSlateHeadings } from './slate-heading-rule.ts';
import { slateTab } from './slate-tab.ts';
import { completeTables } from './slate-tables.ts';
import { addSmartPunctuation } from './smart-punctuation.ts';

export interface SlateMarkdownOptions {
  /** BCP 47; decides the quotation marks. */
  readonly locale: string;
  /** Whether code is under the tabs that Slate has it under, so that what it shows always is shown always. */
  readonly hasSlateTabs?: boolean;
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

/**
 * Slate's dialect (Redcarpet with Middleman's settings): fences, tables, strikethrough, smart quotes; no indented code,
 * no bare links; raw HTML, because these are a writer's own pages; headings without a space after `#`; asides whose inside is Markdown.
 */
export function createSlateMarkdown(options: SlateMarkdownOptions): MarkdownIt {
  const markdown = new MarkdownIt({
    html: true,
    linkify: false,
    typographer: true,
    quotes: (quotesOf[options.locale.slice(0, 2)] as string | string[] | undefined) ?? '“”‘’',
  });
  markdown.disable(['code', 'replacements']);
  addSlateHeadings(markdown);
  addHeadingIds(markdown);
  addSmartPunctuation(markdown);
  limitHtmlBlocks(markdown);
  addAsides(markdown);
  addDirectives(markdown);
  addAlignmentClasses(markdown);
  markdown.core.ruler.after('normalize', 'slate_tables', (state) => {
    state.src = completeTables(state.src);
  });
  markdown.renderer.rules.fence = (tokens: Token[], index: number) => {
    const token = tokens[index] as Token;
    return renderFence(token.content, token.info, options.hasSlateTabs ? slateTab : undefined);
  };
  return markdown;
}
