import { idsOfHtml } from './ids-of-html.ts';

/** A heading as a tag of HTML, with where it begins. */
export interface HtmlHeading {
  readonly level: number;
  /** undefined: links can't lead to it. */
  readonly id: string | undefined;
  readonly titleHtml: string;
  /** Index of its tag in the HTML. */
  readonly index: number;
}

const heading = /(<h([1-6])\b[^>]*>)([\s\S]*?)<\/h\2\s*>/gi;

/** The headings of a piece of HTML in order: those that a writer wrote as tags, those of a saved page. */
export function headingsOfHtml(html: string): HtmlHeading[] {
  return [...html.matchAll(heading)].map(({ 1: open = '', 2: level, 3: titleHtml = '', index }) => ({
    level: Number(level),
    id: idsOfHtml(open)[0]?.id,
    titleHtml,
    index,
  }));
}
