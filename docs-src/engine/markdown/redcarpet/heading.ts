import type { StateBlock } from 'markdown-it';
import { type BlockRule, pushInline, trimSpaces, wholeLine } from './lines.ts';

/** `#Title##`: without a space, with marks behind it, never indented. Marks alone show nothing. */
export const headingRule: BlockRule = (state, startLine, _endLine, silent) => {
  const [marks, spaced = ''] = /^(#{1,6})(.*)/.exec(wholeLine(state, startLine))?.slice(1) ?? [];
  if (marks === undefined) return false;
  if (silent) return true;
  state.line = startLine + 1;
  pushHeading(state, trimSpaces(spaced.replace(/#+$/, '')), marks.length, [startLine, state.line]);
  return true;
};

/** Adds a heading; one without text is none. */
export function pushHeading(state: StateBlock, title: string, level: number, map: [number, number]): void {
  if (title === '') return;
  state.push('heading_open', `h${level}`, 1).map = map;
  pushInline(state, title, map);
  state.push('heading_close', `h${level}`, -1);
}
