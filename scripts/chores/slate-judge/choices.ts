import type { Difference } from './difference.ts';
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
