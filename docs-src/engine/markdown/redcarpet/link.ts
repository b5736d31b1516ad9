import type { Token } from 'markdown-it';
import type { LinkTarget, ReferenceEnvironment } from './references.ts';
import { type InlineRule, pushSpans, unescapeMarks } from './spans.ts';

interface FoundLink extends LinkTarget {
  /** Between the brackets. */
  readonly label: string;
  readonly end: number;
}

/** Where the bracket that `start` opens is closed; -1 where it isn't. */
function closingBracket(text: string, start: number): number {
  let depth = 1;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at - 1] === '\\') continue;
    if (text[at] === '[') depth += 1;
    if (text[at] === ']') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Where `( … )` ends that opens at `start`, and where a title in it begins: behind a space, with a quotation mark. */
function readParentheses(text: string, start: number): (LinkTarget & { end: number }) | undefined {
  let at = start;
  let depth = 0;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      if (depth === 0) break;
      depth -= 1;
    } else if (/["']/.test(character) && /[ \n]/.test(text[at - 1] ?? '')) break;
  }
  if (at >= text.length) return undefined;
  const targetEnd = at;
  let end = at;
  let title: string | undefined;
  if (text[at] !== ')') {
    const quote = text[at] ?? '';
    let isInTitle = true;
    for (end += 1; end < text.length; end += 1) {
      if (text[end] === '\\') end += 1;
      else if (text[end] === quote) isInTitle = false;
      else if (text[end] === ')' && !isInTitle) break;
    }
    if (end >= text.length) return undefined;
    const quoted = text.slice(at, end).trimEnd();
    if (quoted.length > 1 && /["']$/.test(quoted)) title = quoted.slice(1, -1);
  }
  const target = text.slice(start, title === undefined ? end : targetEnd).trim();
  return { href: target.replace(/^</, '').replace(/>$/, ''), title, end: end + 1 };
}

/** Reads the link or image whose bracket opens at `start`; white space may stand before its target, and in it. */
function readLink(
  text: string,
  start: number,
  references: ReadonlyMap<string, LinkTarget>,
): FoundLink | undefined {
  const close = closingBracket(text, start);
  if (close === -1) return undefined;
  const label = text.slice(start + 1, close);
  let next = close + 1;
  while (/[ \n]/.test(text[next] ?? '')) next += 1;
  if (text[next] === '(') {
    let from = next + 1;
    while (/[ \n]/.test(text[from] ?? '')) from += 1;
    const target = readParentheses(text, from);
    return target && { ...target, label };
  }
  const idEnd = text[next] === '[' ? text.indexOf(']', next) : -1;
  if (text[next] === '[' && idEnd === -1) return undefined;
  const name = text.slice(next + 1, Math.max(idEnd, next + 1)) || label.replaceAll('\n', ' ');
  const target = references.get(name.toLowerCase());
  return target && { ...target, label, end: (idEnd === -1 ? close : idEnd) + 1 };
}

/**
 * `[text](target "title")`, `[text][name]`, `[name]`, and with a `!` before them images. A target passes as written but for its
 * white space; without one a link leads to the top, as Middleman's does.
 */
export const linkRule: InlineRule = (state) => {
  if (state.src[state.pos] !== '[') return false;
  const { references = new Map() } = state.env as Partial<ReferenceEnvironment>;
  const found = readLink(state.src, state.pos, references);
  if (found === undefined) return false;
  const address = unescapeMarks(found.href).replaceAll('\n', '').replaceAll(' ', '%20');
  const title: [string, string][] = found.title ? [['title', found.title]] : [];
  const isImage = state.pos > 0 && state.src[state.pos - 1] === '!' && state.pending.endsWith('!');
  if (isImage) {
    state.pending = state.pending.slice(0, -1);
    const image = state.push('image', 'img', 0);
    image.attrs = [['src', address], ['alt', ''], ...title];
    image.content = found.label;
    image.children = [new state.Token('text', '', 0)];
    (image.children[0] as Token).content = found.label;
  } else {
    state.push('link_open', 'a', 1).attrs = [['href', address || '#'], ...title];
    pushSpans(state, found.label);
    state.push('link_close', 'a', -1);
  }
  state.pos = found.end;
  return true;
};
