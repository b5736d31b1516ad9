import type { SourceFault } from '../source-fault.ts';
import type { SourceItem } from './count-source.ts';
import { type CountedItem, lettersOf, type SlateCounts } from './slate-counts.ts';

/** Whether a page's text can have come of a line: all its letters are there, in their order. */
function isWithin(letters: string, line: string): boolean {
  let at = 0;
  for (const letter of line) if (letter === letters[at]) at += 1;
  return letters !== '' && at === letters.length;
}

/** Those of a source that the page does not have: by their letters, then by what is left on the page and could be them. */
function missingItems(wanted: readonly SourceItem[], found: readonly CountedItem[]): SourceItem[] {
  const left = new Map<string, number>();
  for (const { letters } of found) left.set(letters, (left.get(letters) ?? 0) + 1);
  const take = (letters: string | undefined): boolean => {
    const count = letters === undefined ? 0 : (left.get(letters) ?? 0);
    if (letters !== undefined) left.set(letters, count - 1);
    return count > 0;
  };
  return wanted
    .filter((item) => !take(item.letters))
    .filter((item) => {
      const line = lettersOf(item.text);
      return !take([...left].find(([letters, count]) => count > 0 && isWithin(letters, line))?.[0]);
    });
}

/** Names every heading and table of a source that is not on the page that was made of it, with its line. */
export function findLosses(source: SlateCounts<SourceItem>, page: SlateCounts): SourceFault[] {
  const faults = (['headings', 'tables'] as const).flatMap((kind) => {
    const what = kind === 'headings' ? 'heading' : 'table that begins with';
    return missingItems(source[kind], page[kind])
      .filter(({ letters }) => kind === 'tables' || letters !== '')
      .map(({ file, line, text }) => {
        const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
        return { file, line, message: `The ${what} "${shown}" is not on the page.` };
      });
  });
  return faults.sort((a, b) => (a.file === b.file ? a.line - b.line : 0));
}
