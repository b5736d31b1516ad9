import type MarkdownIt from 'markdown-it';
import type { StateBlock } from 'markdown-it';

const opening = /^<details(?:\s+open)?\s*>/i;
const summaryAt = /^\s*<summary>([\s\S]*?)<\/summary>/i;

/** `<details><summary>…</summary> … </details>`: what is inside is Markdown; the tags come without attributes. */
export function addDetails(markdown: MarkdownIt): void {
  const rule = (state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean => {
    const lineAt = (line: number) =>
      state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
    const tag = opening.exec(lineAt(startLine))?.[0];
    if (tag === undefined) return false;
    let text = '';
    let depth = 0;
    let line = startLine;
    do {
      if (line === endLine) return false;
      const next = lineAt(line);
      depth += (next.match(/<details[\s>]/gi) ?? []).length - (next.match(/<\/details>/gi) ?? []).length;
      text += `${next}\n`;
      line += 1;
    } while (depth > 0);
    if (silent) return true;
    const body = text.slice(tag.length, text.toLowerCase().lastIndexOf('</details>'));
    const [wholeSummary = '', title = ''] = summaryAt.exec(body) ?? [];
    state.push('details_open', 'details', 1).map = [startLine, line];
    if (title.trim() !== '') {
      state.push('summary_open', 'summary', 1);
      Object.assign(state.push('inline', '', 0), { content: title.trim(), children: [] });
      state.push('summary_close', 'summary', -1);
    }
    const first = state.tokens.length;
    state.md.block.parse(body.slice(wholeSummary.length), state.md, state.env, state.tokens);
    // Headings inside are none of the page's.
    for (const token of state.tokens.slice(first)) token.level += 1;
    state.push('details_close', 'details', -1);
    state.line = line;
    return true;
  };
  markdown.block.ruler.before('fence', 'details', rule, { alt: ['paragraph', 'reference', 'blockquote'] });
}
