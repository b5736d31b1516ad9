import type MarkdownIt from 'markdown-it';
import type { StateCore, StateInline, Token } from 'markdown-it';
import type { Html } from '../views/views.ts';
import { escapeHtml, unescapeHtml } from './escape-html.ts';

/** Collects the addresses of a text's links that are none of the web, where a parser's caller wants them. */
export interface LocalLinkEnvironment {
  readonly localLinks: string[];
}

/** What no address holds, and browsers pass over before they look for a scheme. */
const blanks = /[^!-\uffff]+/g;

/** Addresses that a reader's browser can open, whatever site the text stands on. */
function isWebAddress(url: string): boolean {
  return /^(https?:|mailto:|tel:|ftp:|\/\/)/i.test(url.replace(blanks, ''));
}

/** Begins a link; empty where nothing may lead there. A place of the site is only found when the page is printed. */
export function openingTag(url: string): Html {
  const address = escapeHtml(url.trim());
  if (isWebAddress(url)) return `<a href="${address.replace(/^\/\//, 'https://')}" rel="noopener">`;
  const isLocal = address !== '' && !/^[^/?#]*:/.test(url.replace(blanks, ''));
  return isLocal ? `<a href="${address}" data-text-link>` : '';
}

const localLink = /<a href="([^"]*)" data-text-link>([\s\S]*?)<\/a>/g;

/** Leads the links of texts to where `hrefOf` finds them; one that leads nowhere keeps its text. */
export function withLocalLinks(html: Html, hrefOf: (written: string) => string | undefined): Html {
  if (!html.includes(' data-text-link>')) return html;
  return html.replace(localLink, (_found, written: string, label: string) => {
    const href = hrefOf(unescapeHtml(written));
    return href === undefined ? label : `<a href="${escapeHtml(href)}">${label}</a>`;
  });
}

/** A link, or its text alone where its address leads nowhere. */
export function linkHtml(url: string, label: string): Html {
  const tag = openingTag(url);
  return tag === '' ? escapeHtml(label) : `${tag}${escapeHtml(label)}</a>`;
}

/** `[Part two](#section/Part two)`: no link in CommonMark, but meant as one. */
const spacedLink = /\[([^[\]\n]+)\]\(((?:https?:|[#/.])[^\s()<>"]*(?: [^\s()<>"]+)+)\)/y;

/** Every link is one for the parser; those that may lead nowhere are dropped afterwards, and keep their text. */
export function addTextLinks(markdown: MarkdownIt): void {
  markdown.validateLink = () => true;
  markdown.linkify
    .set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
    .add('//', null)
    .add('ftp:', null);
  markdown.inline.ruler.after('link', 'spaced_link', (state: StateInline, silent: boolean): boolean => {
    spacedLink.lastIndex = state.pos;
    const match = spacedLink.exec(state.src);
    if (match === null) return false;
    const [whole, label = '', url = ''] = match;
    if (!silent) {
      state.push('link_open', 'a', 1).attrSet('href', state.md.normalizeLink(url));
      state.push('text', '', 0).content = label;
      state.push('link_close', 'a', -1);
    }
    state.pos += whole.length;
    return true;
  });
  markdown.core.ruler.push('text_links', (state: StateCore) => {
    for (const block of state.tokens)
      if (block.children !== null) block.children = withoutDeadLinks(block.children, state.env);
  });
  markdown.renderer.rules.link_open = (tokens: Token[], index: number) => openingTag(hrefOf(tokens[index]));
}

function withoutDeadLinks(tokens: readonly Token[], env: Partial<LocalLinkEnvironment>): Token[] {
  const open: boolean[] = [];
  return tokens.filter((token) => {
    if (token.type === 'link_close') return open.pop();
    if (token.type !== 'link_open') return true;
    noteLink(hrefOf(token), env);
    open.push(openingTag(hrefOf(token)) !== '');
    return open.at(-1);
  });
}

/** Tells a caller that wants to know of a link that is none of the web. */
export function noteLink(url: string, { localLinks }: Partial<LocalLinkEnvironment>): void {
  if (!isWebAddress(url)) localLinks?.push(url);
}

function hrefOf(token: Token | undefined): string {
  return String(token?.attrGet('href') ?? '');
}
