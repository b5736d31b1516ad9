import { unescapeHtml } from './escape-html.ts';

export interface HtmlId {
  readonly id: string;
  /** Index of its tag in the HTML. */
  readonly index: number;
}

const tag = /<([a-z][a-z0-9-]*)\s((?:[^<>"']|"[^"]*"|'[^']*')*)>/gi;
const attribute = /(?:^|\s)(id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** What links may lead to in a piece of HTML, in order: every `id`, and the `name` of an `<a>`, as old pages have it. */
export function idsOfHtml(html: string): HtmlId[] {
  return [...html.matchAll(tag)].flatMap(({ 1: name = '', 2: attributes = '', index }) =>
    [...attributes.matchAll(attribute)]
      .filter(([, key]) => key?.toLowerCase() === 'id' || name.toLowerCase() === 'a')
      .map(([, , double, single, bare]) => ({ id: unescapeHtml(double ?? single ?? bare ?? ''), index })),
  );
}
