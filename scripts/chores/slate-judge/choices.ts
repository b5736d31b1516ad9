import { lettersOf } from '../../../docs-src/engine/source/counts/slate-counts.ts';
import { blockWords, type Difference } from './difference.ts';
import type { Block } from './page-blocks.ts';

type Page = { readonly slate: readonly Block[]; readonly ours: readonly Block[] };

/** Of two equal ids on Slate's page a browser goes to the first; ours gives the later one a name that Slate has not used. */
function isLaterId({ kind, slate, ours }: Difference, page: Page): boolean {
  if (!kind.endsWith(' id') || slate === undefined || ours === undefined || ours.id === '') return false;
  const isHeldBefore = page.slate.findIndex(({ id }) => id === slate.id) < page.slate.indexOf(slate);
  const isNew = page.slate.every(({ id }) => id !== ours.id);
  return isHeldBefore && isNew && page.ours.filter(({ id }) => id === ours.id).length === 1;
}

/** The choice by which two blocks may differ, if it is one. A block that is missing is never one. */
export function choiceOfPair(difference: Difference, page: Page): string | undefined {
  return isLaterId(difference, page) ? 'later of two equal ids' : undefined;
}

export const noBlankLine = 'list or fence without a blank line';

/**
 * A fence right under the words of an item is code in their line to Redcarpet, with its language: what Slate shows in the item is then,
 * letter for letter, what we show in it and in the block.
 */
export function choiceOfStretch(slate: readonly Block[], ours: readonly Block[]): string | undefined {
  const isOfItem = [...slate, ...ours].every(({ within }) => /(^|> )li$/.test(within));
  const hasOnlyText = slate.every(({ kind }) => kind === 'item' || kind === 'paragraph' || kind === 'text');
  if (!isOfItem || !hasOnlyText || !ours.some(({ kind }) => kind === 'code')) return undefined;
  const lettersIn = (blocks: readonly Block[]) => lettersOf(blocks.map(blockWords).join(' '));
  const withoutLanguages = slate.map((block) => ({
    ...block,
    content: block.content.replace(/<code>[\w-]+ (?=[^<]*<\/code>)/g, '<code>'),
  }));
  const wanted = lettersIn(ours);
  return [lettersIn(slate), lettersIn(withoutLanguages)].includes(wanted) ? noBlankLine : undefined;
}
