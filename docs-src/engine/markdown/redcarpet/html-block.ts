import { type BlockRule, isBlank, wholeLine } from './lines.ts';

/** The tags that begin a block (Redcarpet 3.5); any other is part of a paragraph. */
const blockTags = new Set(
  (
    'abbr address article aside audio blockquote canvas dd del details div dl fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr iframe ins math nav noscript ol output p pre script section style summary ' +
    'table tfoot ul video'
  ).split(' '),
);

/**
 * The line after an HTML block that begins at `startLine`; undefined where none does. A block ends at its closing tag, alone at the end
 * of its line: one at the margin (or in the first line) before an indented one; a comment, and `<hr/>`, at their own end.
 */
function endOfBlock(
  lineAt: (line: number) => string,
  startLine: number,
  endLine: number,
): number | undefined {
  const lineOfEnd = (isEnd: (line: string, at: number) => boolean) => {
    for (let line = startLine; line < endLine; line += 1) if (isEnd(lineAt(line), line)) return line + 1;
    return undefined;
  };
  const first = lineAt(startLine);
  const tag = /^<([^> ]*)/.exec(first)?.[1]?.toLowerCase() ?? '';
  if (blockTags.has(tag)) {
    const atEnd = new RegExp(`</${tag}>$`, 'i');
    const atMargin = new RegExp(`^</${tag}>$`, 'i');
    const unindented = lineOfEnd((line, at) => (at === startLine ? atEnd : atMargin).test(line.trimEnd()));
    if (unindented !== undefined || tag === 'ins' || tag === 'del') return unindented;
    return lineOfEnd((line) => atEnd.test(line.trimEnd()));
  }
  if (first.startsWith('<!--')) {
    const line = lineOfEnd((text, at) => (at === startLine ? text.slice(4) : text).includes('-->'));
    const rest = line === undefined ? undefined : lineAt(line - 1).replace(/^.*?-->/, '');
    return rest !== undefined && isBlank(rest) ? line : undefined;
  }
  return /^<hr[^>]*> *$/i.test(first) ? startLine + 1 : undefined;
}

/** Raw HTML; Markdown goes on in the line after it. */
export const htmlBlockRule: BlockRule = (state, startLine, endLine, silent) => {
  const end = endOfBlock((line) => wholeLine(state, line), startLine, endLine);
  if (end === undefined) return false;
  if (silent) return true;
  state.line = end;
  const token = state.push('html_block', '', 0);
  token.map = [startLine, end];
  token.content = `${state.src.slice(state.bMarks[startLine], state.eMarks[end - 1])}\n`;
  return true;
};
