import { fenceLanguage, hasFence } from './fence.ts';
import { pushHeading } from './heading.ts';
import {
  type BlockRule,
  isBlank,
  isRule,
  pushInline,
  trimSpaces,
  underlineLevel,
  wholeLine,
} from './lines.ts';
import { isQuote } from './quote.ts';

/**
 * What ends a paragraph without an empty line. Redcarpet goes on over a block of code and a list: on pages that
 * Slate printed with their marks in the text, they are what their writer meant.
 */
function endsParagraph(line: string, words: string): boolean {
  if (isBlank(line) || line.startsWith('#') || isRule(line) || isQuote(line)) return true;
  return (fenceLanguage(line) !== undefined && !hasFence(words)) || /^ {0,3}(?:[*+-]|1\.) +[^ ]/.test(line);
}

/** All that is nothing else, and the headings with a line of `=` or `-` below them. */
export const paragraphRule: BlockRule = (state, startLine, endLine) => {
  let end = startLine + 1;
  let level = 0;
  for (; end < endLine; end += 1) {
    const line = wholeLine(state, end);
    level = underlineLevel(line);
    if (level > 0 || endsParagraph(line, state.src.slice(state.bMarks[startLine], state.eMarks[end - 1])))
      break;
  }
  const lines = Array.from({ length: end - startLine }, (_, index) => wholeLine(state, startLine + index));
  const title = level > 0 ? lines.pop() : undefined;
  const text = trimSpaces(lines.join('\n'));
  if (text !== '') {
    const map: [number, number] = [startLine, startLine + lines.length];
    state.push('paragraph_open', 'p', 1).map = map;
    pushInline(state, text, map);
    state.push('paragraph_close', 'p', -1);
  }
  if (title !== undefined) pushHeading(state, trimSpaces(title), level, [end - 1, end + 1]);
  state.line = title === undefined ? end : end + 1;
  return true;
};
