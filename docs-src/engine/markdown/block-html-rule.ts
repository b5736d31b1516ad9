import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it';

/** Redcarpet's and CommonMark's block tags (CommonMark 4.6, conditions 1 to 6); all other tags are part of a paragraph. */
const blockStart =
  /^<(?:!--|\?|![A-Z]|!\[CDATA\[|\/?(?:script|pre|style|textarea|address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|ins|del|legend|li|link|main|math|menu|menuitem|nav|noframes|noscript|ol|optgroup|option|p|param|search|section|summary|svg|table|tbody|td|tfoot|th|thead|title|tr|track|ul|video)(?=[\s/>]|$))/i;

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** A line `<img …>` begins a block in CommonMark, which swallows a heading after it; in Slate it is text like other text. */
export function limitHtmlBlocks(markdown: MarkdownIt): void {
  // markdown-it names its rules but does not type the list of them.
  const rules = (markdown.block.ruler as unknown as { __rules__: { name: string; fn: BlockRule }[] })
    .__rules__;
  const original = rules.find((rule) => rule.name === 'html_block')?.fn;
  if (original === undefined) throw new Error('markdown-it has no rule html_block any more.');
  const rule: BlockRule = (state, startLine, endLine, silent) => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    if (!blockStart.test(state.src.slice(start, state.eMarks[startLine]))) return false;
    return original(state, startLine, endLine, silent);
  };
  // Before tables: a comment may hold one.
  markdown.block.ruler.disable('html_block');
  markdown.block.ruler.before('table', 'slate_html_block', rule, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}
