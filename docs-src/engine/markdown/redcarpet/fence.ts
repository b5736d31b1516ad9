import { type BlockRule, isBlank, wholeLine } from './lines.ts';

/** The language of a line that opens a block of code ('' without one, which also closes a block); undefined for other lines. */
export function fenceLanguage(line: string): string | undefined {
  const match = /^ {0,3}(?:`{3,}|~{3,}) *(?:\{([^}]*)\}|([^ ]*)) *$/.exec(line);
  return match === null ? undefined : (match[1]?.trim() ?? match[2] ?? '');
}

/** Whether marks of code stand in the words so far: then those of the next line may be their end. */
export function hasFence(words: string): boolean {
  return /`{3}|~{3}/.test(words);
}

/** A block of code ends at any line of marks alone, else with the text. */
export const fenceRule: BlockRule = (state, startLine, endLine, silent) => {
  const opening = wholeLine(state, startLine);
  const language = fenceLanguage(opening);
  if (language === undefined) return false;
  if (silent) return true;
  let end = startLine + 1;
  while (end < endLine && fenceLanguage(wholeLine(state, end)) !== '') end += 1;
  const token = state.push('fence', 'code', 0);
  token.info = language;
  token.markup = /(`|~)\1*/.exec(opening)?.[0] ?? '';
  token.content = Array.from({ length: end - startLine - 1 }, (_, index) => {
    const line = wholeLine(state, startLine + 1 + index);
    return isBlank(line) ? '\n' : `${line}\n`;
  }).join('');
  state.line = Math.min(end + 1, endLine);
  token.map = [startLine, state.line];
  return true;
};
