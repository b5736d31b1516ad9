import type { MarkdownText } from '../markdown/page-elements.ts';
import type { DraftNotes } from './draft-notes.ts';
import { readMethodLines } from './method-lines.ts';
import type { OperationIndex } from './operation-index.ts';
import { withoutTags } from './page-blocks.ts';
import { readTarget } from './request-target.ts';

/**
 * How many lines of the sources name a method with a path, and of how many there is an operation: counted in the text as it is
 * written, so that what was lost on the way to a draft is seen. Those without one are unclear.
 */
export function countMethodLines(
  texts: readonly MarkdownText[],
  index: OperationIndex,
  notes: DraftNotes,
): { readonly all: number; readonly taken: number } {
  let [all, taken] = [0, 0];
  for (const { file, firstLine, text } of texts) {
    // What is commented out is not on the page.
    const shown = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''));
    shown.split('\n').forEach((line, number) => {
      const place = { file, line: firstLine + number };
      for (const { method, target: written } of readMethodLines(withoutTags(line).replace(/[`*|]/g, ' '))) {
        all += 1;
        const target = readTarget(written);
        if (target !== undefined && index.find({ method, target }) !== undefined) taken += 1;
        else notes.unclear(place, `"${method.toUpperCase()} ${written}" became no operation.`);
      }
    });
  }
  return { all, taken };
}
