import type { StateBlock } from 'markdown-it';
import { fenceLanguage, hasFence } from './fence.ts';
import {
  type BlockRule,
  isBlank,
  isRule,
  pushBlocks,
  pushInline,
  underlineLevel,
  wholeLine,
} from './lines.ts';

type ListTag = 'ul' | 'ol';

/** What an item consists of: the words behind its mark and, from `blocks` on, what the rules for blocks read. */
interface ListItem {
  readonly words: string;
  readonly blocks: { readonly text: string; readonly firstLine: number } | undefined;
  /** Whether an empty line stands inside: from here on the items of this list hold paragraphs. */
  readonly isLoose: boolean;
  /** The line after the item. */
  readonly end: number;
  readonly endsList: boolean;
}

const bullet = /^ {0,3}[*+-] /;
const number = /^ {0,3}\d+\. /;
const mark = /^ {0,3}(?:[*+-]|\d+\.) /;

/** The list that a line begins, unless the next one makes a heading of it. */
function listOf(line: string, next?: string): ListTag | undefined {
  const tag = bullet.test(line) ? 'ul' : number.test(line) ? 'ol' : undefined;
  return tag !== undefined && next !== undefined && underlineLevel(next) > 0 ? undefined : tag;
}

/** Reads an item: up to four spaces are taken from its lines; four keep one in it after an empty line. */
function readItem(state: StateBlock, startLine: number, endLine: number, list: ListTag): ListItem {
  const first = wholeLine(state, startLine);
  const indent = /^ {0,3}/.exec(first)?.[0].length ?? 0;
  const lines = [first.replace(mark, '')];
  let blocksFrom: number | undefined;
  let isInFence = false;
  let isLoose = false;
  let endsList = false;
  let blanks = 0;
  let line = startLine + 1;
  for (; line < endLine; line += 1) {
    const whole = wholeLine(state, line);
    if (isBlank(whole)) {
      blanks += 1;
      continue;
    }
    const spaces = /^ {0,4}/.exec(whole)?.[0].length ?? 0;
    const text = whole.slice(spaces);
    const language = fenceLanguage(text);
    const opensFence = language !== undefined && !isInFence;
    if (language !== undefined) isInFence = !isInFence;
    const nested = isInFence ? undefined : listOf(text);
    if (blanks > 0 && nested !== undefined && nested !== list) {
      endsList = true;
      break;
    }
    if (nested !== undefined && !(nested === 'ul' && isRule(text))) {
      if (blanks > 0) isLoose = true;
      if (spaces === indent) break;
      blocksFrom ??= lines.length;
    } else if (blanks > 0 && spaces < 4) {
      endsList = true;
      break;
    } else if (blanks > 0) {
      isLoose = true;
      // Of several empty lines one is left, before an item of a nested list none.
      lines.push('');
    }
    if (opensFence && !hasFence(lines.join('\n'))) blocksFrom ??= lines.length;
    blanks = 0;
    lines.push(text);
  }
  const words = lines.slice(0, blocksFrom).join('\n');
  const blocks =
    blocksFrom === undefined
      ? undefined
      : { text: lines.slice(blocksFrom).join('\n'), firstLine: startLine + blocksFrom };
  return { words, blocks, isLoose, end: line, endsList };
}

/** A list: its items hold words until an empty line stands in one, paragraphs from there on. */
export const listRule: BlockRule = (state, startLine, endLine, silent) => {
  const nextOf = (line: number) => (line + 1 < endLine ? wholeLine(state, line + 1) : undefined);
  const list = listOf(wholeLine(state, startLine), nextOf(startLine));
  if (list === undefined) return false;
  if (silent) return true;
  const name = list === 'ul' ? 'bullet_list' : 'ordered_list';
  const open = state.push(`${name}_open`, list, 1);
  let line = startLine;
  let isLoose = false;
  while (line < endLine && listOf(wholeLine(state, line), nextOf(line)) !== undefined) {
    const item = readItem(state, line, endLine, list);
    isLoose ||= item.isLoose;
    const map: [number, number] = [line, item.end];
    state.push('list_item_open', 'li', 1).map = map;
    if (isLoose) pushBlocks(state, item.words, line);
    else {
      state.push('paragraph_open', 'p', 1).hidden = true;
      // Two spaces at the end of an item break its line, too.
      pushInline(state, item.words.replace(/ {2}$/, '  \n'), map);
      state.push('paragraph_close', 'p', -1).hidden = true;
    }
    if (item.blocks !== undefined) pushBlocks(state, item.blocks.text, item.blocks.firstLine);
    state.push('list_item_close', 'li', -1);
    line = item.end;
    if (item.endsList) break;
  }
  open.map = [startLine, line];
  state.push(`${name}_close`, list, -1);
  state.line = line;
  return true;
};
