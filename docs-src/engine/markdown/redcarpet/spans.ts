import type { StateInline, Token } from 'markdown-it';
import { readEmphasis } from './emphasis.ts';

/** A rule of markdown-it for what stands in a line; these read and push at once. */
export type InlineRule = (state: StateInline) => boolean;

/** Adds what a text inside another span consists of. */
export function pushSpans(state: StateInline, text: string): void {
  const inner: Token[] = [];
  state.md.inline.parse(text, state.md, state.env, inner);
  if (state.pending !== '') state.pushPending();
  for (const token of inner) token.level += state.level;
  state.tokens.push(...inner);
}

/** Takes what `pattern` (sticky) finds here. */
function takeMatch(state: StateInline, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = state.pos;
  const match = pattern.exec(state.src);
  if (match !== null) state.pos += match[0].length;
  return match;
}

/** Text up to what could be the start of something. */
export const plainTextRule: InlineRule = (state) => {
  const match = takeMatch(state, /[^\\`*_~[<&\n]+/y);
  state.pending += match?.[0] ?? '';
  return match !== null;
};

const escapedMark = /\\([\\`*_{}[\]()#+\-.!:|&<>^~=])/g;
const escapedMarkHere = new RegExp(escapedMark, 'y');

/** A text whose marks stand behind backslashes, as what they say. */
export function unescapeMarks(text: string): string {
  return text.replace(escapedMark, '$1');
}

/** A backslash makes a mark of Markdown a letter; before any other it is one itself. */
export const escapeRule: InlineRule = (state) => {
  const match = takeMatch(state, escapedMarkHere);
  state.pending += match?.[1] ?? '';
  return match !== null;
};

/** An entity passes as written: the ids of headings depend on its letters. */
export const entityRule: InlineRule = (state) => {
  const match = takeMatch(state, /&#?[a-z0-9]*;/iy);
  if (match !== null) state.push('html_inline', '', 0).content = match[0];
  return match !== null;
};

/** Two spaces at the end of a line break it. */
export const lineBreakRule: InlineRule = (state) => {
  if (takeMatch(state, /\n/y) === null) return false;
  const text = state.pending;
  state.pending = text.replace(/ +$/, '');
  if (text.endsWith('  ')) state.push('hardbreak', 'br', 0);
  else state.push('softbreak', 'br', 0);
  return true;
};

/** Code between equal numbers of backticks, without the spaces around it. */
export const codeSpanRule: InlineRule = (state) => {
  const { src, pos } = state;
  if (src[pos] !== '`') return false;
  const ticks = /^`+/.exec(src.slice(pos))?.[0] ?? '';
  const close = src.indexOf(ticks, pos + ticks.length);
  if (close === -1) return false;
  const code = state.push('code_inline', 'code', 0);
  code.markup = ticks;
  code.content = src.slice(pos + ticks.length, close).replace(/^ +| +$/g, '');
  state.pos = close + ticks.length;
  return true;
};

export const emphasisRule: InlineRule = (state) => {
  if (!/[*_~]/.test(state.src[state.pos] ?? '')) return false;
  const span = readEmphasis(state.src, state.pos);
  if (span === undefined) return false;
  for (const tag of span.tags) state.push(`${tag}_open`, tag, 1);
  pushSpans(state, span.content);
  for (const tag of [...span.tags].reverse()) state.push(`${tag}_close`, tag, -1);
  state.pos = span.end;
  return true;
};

/** `<address>` as a link, or whatever looks like a tag as the writer's own HTML. */
export const tagRule: InlineRule = (state) => {
  const link = takeMatch(
    state,
    /<(?:([a-z0-9.+-]+@[a-z0-9.\-_]+\.[a-z0-9\-_]+)|((?:mailto:)?[a-z0-9][a-z0-9.+-]*:[^ \n'">]+))>/iy,
  );
  if (link !== null) {
    const [, email, address = ''] = link;
    const open = state.push('link_open', 'a', 1);
    open.attrs = [['href', email === undefined ? address : `mailto:${email}`]];
    open.info = 'auto';
    state.push('text', '', 0).content = email ?? address.replace(/^mailto:/, '');
    state.push('link_close', 'a', -1).info = 'auto';
    return true;
  }
  const tag = takeMatch(state, /<\/?[a-z0-9][^>]*>/iy);
  if (tag !== null) state.push('html_inline', '', 0).content = tag[0];
  return tag !== null;
};
