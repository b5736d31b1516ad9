import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, Token } from 'markdown-it';

const atxHeading = /^(#{1,6})[ \t]*([^\n]*?)(?:[ \t]+#+)?[ \t]*$/;

/** What a text is parsed with: gives each heading its id, from its HTML and level. */
export interface HeadingIdEnvironment {
  readonly nextHeadingId: (html: string, level: number) => string;
}

/** Redcarpet writes quotes as entities before Rails sees the heading: the ids of old Slate pages depend on it. */
function headingSource(markdown: MarkdownIt, inline: Token): string {
  // Escapes are joined to the text only later: nothing prints them yet. Entities stay as they are written.
  const children = (inline.children ?? []).map((token) => {
    if (token.type !== 'text_special') return token;
    const { info, markup } = token;
    const printed = info === 'entity' ? { type: 'html_inline', content: markup } : { type: 'text' };
    return Object.assign(Object.create(token), printed);
  });
  const html = markdown.renderer.renderInline(children, markdown.options, {});
  return html.replace(/(<[^>]*>)|'/g, (_found, tag: string | undefined) => tag ?? '&#39;');
}

/** Redcarpet takes `#Heading` for a heading; CommonMark wants a space. Slate sources are full of both. */
export function addSlateHeadings(markdown: MarkdownIt): void {
  const rule = (state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean => {
    const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
    if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
    const match = atxHeading.exec(state.src.slice(start, state.eMarks[startLine]));
    const [, marks = '', text = ''] = match ?? [];
    if (match === null || text.startsWith('#')) return false;
    if (silent) return true;
    state.line = startLine + 1;
    const open = state.push('heading_open', `h${marks.length}`, 1);
    open.markup = marks;
    open.map = [startLine, state.line];
    const inline = state.push('inline', '', 0);
    inline.content = text.replace(/^#+$/, '').trim();
    inline.map = [startLine, state.line];
    inline.children = [];
    state.push('heading_close', `h${marks.length}`, -1).markup = marks;
    return true;
  };
  markdown.block.ruler.at('heading', rule, { alt: ['paragraph', 'reference', 'blockquote'] });
}

/** Before the typographer: Slate's ids come from the text as it was typed. */
export function addHeadingIds(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'slate_heading_ids', (state: StateCore) => {
    const { nextHeadingId } = state.env as Partial<HeadingIdEnvironment>;
    if (nextHeadingId === undefined) return;
    state.tokens.forEach((token, index) => {
      const inline = state.tokens[index + 1];
      if (token.type !== 'heading_open' || inline === undefined) return;
      token.attrSet('id', nextHeadingId(headingSource(markdown, inline), Number(token.tag.slice(1))));
    });
  });
}
