import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it';

const opening = /^<aside\b[^>]*>/i;
const closing = /<\/aside\s*>/i;

/**
 * `<aside class="notice">…</aside>`: Slate's notices. The tag passes as written and, unlike in Slate, the Markdown inside is
 * read. An aside that is never closed stays raw HTML, which ends at the next blank line.
 */
export function addAsides(markdown: MarkdownIt): void {
  const rule = (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    const lineAt = (line: number) =>
      state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
    const tag = opening.exec(lineAt(startLine))?.[0];
    if (tag === undefined) return false;
    let lastLine = startLine;
    while (lastLine < endLine && !closing.test(lineAt(lastLine))) lastLine += 1;
    if (lastLine === endLine) return false;
    if (silent) return true;
    const text = Array.from({ length: lastLine - startLine + 1 }, (_, offset) =>
      lineAt(startLine + offset),
    ).join('\n');
    const end = text.search(closing);
    // Slate prints this as HTML, where a backslash escapes no tag: `<code>C:\</code>` ends.
    const inside = text.slice(tag.length, end).replace(/\\(?=<\/[a-z])/gi, '\\\\');
    const open = state.push('html_block', '', 0);
    // A notice is no landmark: many of them would drown those of the page.
    open.content = /\srole=/i.test(tag) ? tag : tag.replace(/^<aside/i, '<aside role="note"');
    open.map = [startLine, lastLine + 1];
    const first = state.tokens.length;
    // Blank lines in front keep the line numbers of what is inside: an error message names the writer's line.
    state.md.block.parse('\n'.repeat(startLine) + inside, state.md, state.env, state.tokens);
    const parts = state.tokens.slice(first);
    // One paragraph needs no <p>: Slate's asides have none.
    if (parts.length === 3 && parts[0]?.type === 'paragraph_open') {
      for (const part of parts) if (part.type !== 'inline') part.hidden = true;
    }
    const close = state.push('html_block', '', 0);
    close.content = `</aside>${text.slice(end).replace(closing, '')}\n`;
    state.line = lastLine + 1;
    return true;
  };
  markdown.block.ruler.before('slate_html_block', 'slate_aside', rule, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}
