import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { headingsOfHtml } from '../markdown/headings-of-html.ts';
import { filesUnder } from './files-under.ts';
import { SourceError } from './source-fault.ts';

/** The HTML of a page as it was published, whoever made it. */
export interface SavedPage {
  /** Its name in messages. */
  readonly file: string;
  /** Its text alone: what stands around it and in scripts is blank, lines are those of the file. */
  readonly html: string;
}

/**
 * Reads a saved page, which is the index, or a folder of them, each where the site has the page: by path in the site.
 * A path without any heading that links could lead to is refused (SourceError): it is no saved page.
 */
export function readSavedPages(from: string): ReadonlyMap<string, SavedPage> {
  const stat = statSync(from, { throwIfNoEntry: false });
  const names = stat?.isDirectory() ? filesUnder(from).filter((name) => /\.html?$/i.test(name)) : [''];
  const pages = (stat === undefined ? [] : names)
    .map((name): readonly [string, SavedPage] => {
      const text = readFileSync(path.join(from, name), 'utf8');
      const page = { file: name || path.basename(from), html: contentOf(text) };
      return [name.replace(/\.html?$/i, '.html') || 'index.html', page];
    })
    .filter(([, { html }]) => headingsOfHtml(html).some(({ id }) => id !== undefined));
  if (pages.length > 0) return new Map(pages);
  const message =
    'There is no saved page here: give the HTML of the published page, or a folder with the HTML of its pages. A heading of it has an id.';
  throw new SourceError([{ file: from, line: 1, message }]);
}

/** Slate's pages have their text between `<div class="content">` and the second `dark-box`; of another page it is all. */
function contentOf(page: string): string {
  const start = Math.max(page.search(/<[^>]*\sclass\s*=\s*["']?content\b/i), 0);
  const end = page.lastIndexOf('dark-box');
  const within = end > start ? page.slice(start, end) : page.slice(start);
  return (
    blank(page.slice(0, start)) + within.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, blank)
  );
}

/** Its lines, empty. */
function blank(text: string): string {
  return text.replace(/[^\n]+/g, '');
}
