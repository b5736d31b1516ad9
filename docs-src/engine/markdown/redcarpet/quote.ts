import { type BlockRule, isBlank, pushBlocks, wholeLine } from './lines.ts';

const mark = /^ {0,3}> ?/;

export function isQuote(line: string): boolean {
  return mark.test(line);
}

/** A quote goes on over lines without a mark until an empty line that no mark follows. */
export const quoteRule: BlockRule = (state, startLine, endLine, silent) => {
  if (!isQuote(wholeLine(state, startLine))) return false;
  if (silent) return true;
  const lines: string[] = [];
  let end = startLine;
  for (; end < endLine; end += 1) {
    const line = wholeLine(state, end);
    const next = end + 1 < endLine ? wholeLine(state, end + 1) : undefined;
    if (isBlank(line) && (next === undefined || (!isQuote(next) && !isBlank(next)))) break;
    lines.push(line.replace(mark, ''));
  }
  state.push('blockquote_open', 'blockquote', 1).map = [startLine, end];
  pushBlocks(state, lines.join('\n'), startLine);
  state.push('blockquote_close', 'blockquote', -1);
  state.line = end;
  return true;
};
