import type MarkdownIt from 'markdown-it';
import type { StateBlock, StateCore, StateInline, Token } from 'markdown-it';
import { noteLink, openingTag } from './text-link.ts';

/** Tags that may come from a document, always without their attributes. */
const inlineTags = new Set(['b', 'strong', 'i', 'em', 'code', 'sub', 'sup', 'kbd', 'br', 'del', 's', 'u']);
/** Block tags become what they mean in running text: the end of a paragraph is a line break, a list item a bullet. */
const blockTags = new Set(['p', 'ul', 'ol', 'li', 'div', 'span', 'br']);
const tagAt = /^<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/i;
const comment = /^<!--[\s\S]*?-->/;

function hrefOf(attributes: string): string | undefined {
  const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function pushTag(state: StateInline, tag: string, isClosing: boolean, attributes: string): boolean {
  if (tag === 'br' || tag === 'p' || tag === 'li' || tag === 'div') {
    if (tag === 'br' || isClosing) state.push('hardbreak', 'br', 0);
    else if (tag === 'li') state.push('text', '', 0).content = '• ';
    return true;
  }
  if (blockTags.has(tag)) return true;
  if (tag === 'a') {
    const href = hrefOf(attributes) ?? '';
    if (!isClosing) noteLink(href, state.env);
    if (!isClosing && openingTag(href) === '') return true;
    const token = state.push('safe_tag', 'a', 0);
    token.info = isClosing ? 'close' : 'open';
    if (!isClosing) token.attrSet('href', href);
    return true;
  }
  if (!inlineTags.has(tag)) return false;
  // Nesting stays 0: markdown-it counts on balanced tokens, and these are balanced only afterwards.
  state.push('safe_tag', tag, 0).info = isClosing ? 'close' : 'open';
  return true;
}

/** Drops closing tags that close nothing and closes what stays open, so that no text can reach beyond its own element. */
function balance(tokens: readonly Token[], create: (tag: string) => Token): Token[] {
  const open: string[] = [];
  const balanced: Token[] = [];
  for (const token of tokens) {
    if (token.type !== 'safe_tag') balanced.push(token);
    else if (token.info === 'open') {
      open.push(token.tag);
      balanced.push(token);
    } else if (open.includes(token.tag)) {
      while (open.length > 0) {
        const tag = open.pop() as string;
        balanced.push(create(tag));
        if (tag === token.tag) break;
      }
    }
  }
  while (open.length > 0) balanced.push(create(open.pop() as string));
  while (balanced.at(-1)?.type === 'hardbreak') balanced.pop();
  return balanced;
}

/** A comment with lines of its own is no paragraph. */
function skipComment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const found = comment.exec(state.src.slice(start, state.eMarks[endLine - 1]))?.[0];
  if (found === undefined) return false;
  const line = startLine + found.split('\n').length - 1;
  if (state.src.slice(start + found.length, state.eMarks[line]).trim() !== '') return false;
  if (!silent) state.line = line + 1;
  return true;
}

/** Descriptions of real documents (Stripe's, GitHub's) hold `<p>`, `<br>` and `<a href>`: these few are understood. */
export function addSafeTags(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'comment', skipComment, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  markdown.inline.ruler.before('html_inline', 'safe_tags', (state: StateInline, silent: boolean): boolean => {
    if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
    const rest = state.src.slice(state.pos);
    const skipped = comment.exec(rest);
    if (skipped !== null) {
      state.pos += skipped[0].length;
      return true;
    }
    const match = tagAt.exec(rest);
    if (match === null) return false;
    const [whole, slash = '', name = '', attributes = ''] = match;
    const tag = name.toLowerCase();
    if (!inlineTags.has(tag) && !blockTags.has(tag) && tag !== 'a') return false;
    if (!silent) pushTag(state, tag, slash !== '', attributes);
    state.pos += whole.length;
    return true;
  });
  markdown.core.ruler.after('inline', 'balance_safe_tags', (state: StateCore) => {
    for (const block of state.tokens) {
      if (block.children?.some((token) => token.type === 'safe_tag' || token.type === 'hardbreak')) {
        block.children = balance(block.children, (tag) => {
          const token = new state.Token('safe_tag', tag, 0);
          token.info = 'close';
          return token;
        });
      }
    }
  });
  markdown.renderer.rules.safe_tag = (tokens: Token[], index: number) => {
    const token = tokens[index] as Token;
    if (token.info === 'close') return `</${token.tag}>`;
    const href = token.attrGet('href');
    if (href === null || href === undefined) return `<${token.tag}>`;
    return openingTag(String(href));
  };
}
