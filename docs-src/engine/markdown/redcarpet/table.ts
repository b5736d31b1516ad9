import type { StateBlock } from 'markdown-it';
import { type BlockRule, pushInline, trimSpaces, wholeLine } from './lines.ts';

type Alignment = 'left' | 'center' | 'right' | undefined;

/** The columns that a row of dashes gives, as many as its head wants: surplus ones are dropped. Undefined where it has too few. */
function readAlignments(delimiters: string, columns: number): Alignment[] | undefined {
  const found: Alignment[] = [];
  let rest = delimiters.replace(/^\|/, '');
  while (found.length < columns) {
    const [whole = '', left, dashes = '', right] = /^ *(:?)(-*)(:?) *(?:[|+]|$)/.exec(rest) ?? [];
    if (whole === '' || left + dashes + right === '') return undefined;
    found.push(left ? (right ? 'center' : 'left') : right ? 'right' : undefined);
    rest = rest.slice(whole.length);
  }
  return found;
}

function pushRow(state: StateBlock, line: number, alignments: readonly Alignment[], tag: 'th' | 'td'): void {
  const map: [number, number] = [line, line + 1];
  const cells = wholeLine(state, line).replace(/^\|/, '').split('|');
  state.push('tr_open', 'tr', 1).map = map;
  alignments.forEach((alignment, column) => {
    const cell = state.push(`${tag}_open`, tag, 1);
    if (alignment !== undefined) cell.attrs = [['style', `text-align:${alignment}`]];
    pushInline(state, trimSpaces(cells[column] ?? ''), map);
    state.push(`${tag}_close`, tag, -1);
  });
  state.push('tr_close', 'tr', -1);
}

/** A table: a line with a bar over a row of dashes. Whatever a line begins with, it is a row as long as it has a bar. */
export const tableRule: BlockRule = (state, startLine, endLine, silent) => {
  const head = wholeLine(state, startLine);
  if (!head.includes('|')) return false;
  const bars = head.split('|').length - 1;
  const columns = bars + 1 - (head.startsWith('|') ? 1 : 0) - (head.trimEnd().endsWith('|') ? 1 : 0);
  const alignments = readAlignments(startLine + 1 < endLine ? wholeLine(state, startLine + 1) : '', columns);
  if (alignments === undefined) return false;
  if (silent) return true;
  let end = startLine + 2;
  while (end < endLine && wholeLine(state, end).includes('|')) end += 1;
  state.push('table_open', 'table', 1).map = [startLine, end];
  state.push('thead_open', 'thead', 1).map = [startLine, startLine + 1];
  pushRow(state, startLine, alignments, 'th');
  state.push('thead_close', 'thead', -1);
  if (end > startLine + 2) {
    state.push('tbody_open', 'tbody', 1).map = [startLine + 2, end];
    for (let line = startLine + 2; line < end; line += 1) pushRow(state, line, alignments, 'td');
    state.push('tbody_close', 'tbody', -1);
  }
  state.push('table_close', 'table', -1);
  state.line = end;
  return true;
};
