import { lettersOf } from '../../../docs-src/engine/source/counts/slate-counts.ts';
import type { Block } from './page-blocks.ts';

/** Something that a page of ours shows otherwise than Slate does; one side is undefined where the block is only on the other. */
export interface Difference {
  /** `heading id`, `row text`, `paragraph missing`. */
  readonly kind: string;
  readonly slate: Block | undefined;
  readonly ours: Block | undefined;
  /** Slate's block that comes after one that is only ours. */
  readonly near?: Block | undefined;
  /** The choice of ours by which it is so. */
  readonly choice?: string;
}

/** The words of a block, without its tags. */
export function blockWords({ kind, content }: Block): string {
  if (kind === 'code') return content;
  return content
    .replaceAll('<br>', ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const withPlainSigns = (text: string) =>
  text
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″«»]/g, '"')
    .replace(/[–—]|-{2,3}/g, '-')
    .replaceAll('…', '...')
    .replace(/©|™|®|\((?:c|tm|r)\)/gi, '(sign)');
const withoutTargets = (content: string) => content.replace(/ (href|src)="[^"]*"/g, '');

/** In what two blocks that stand in one place differ, apart from id, tab and place. */
export function contentDifference(slate: Block, ours: Block): string {
  if (slate.kind !== ours.kind) return `${slate.kind} became ${ours.kind}`;
  const what = slate.kind;
  if (withoutTargets(slate.content) === withoutTargets(ours.content)) return `${what} target`;
  if (blockWords(slate) === blockWords(ours)) return `${what} markup`;
  if (withPlainSigns(slate.content) === withPlainSigns(ours.content)) return `${what} punctuation`;
  return lettersOf(blockWords(slate)) === lettersOf(blockWords(ours)) ? `${what} signs` : `${what} text`;
}

/** In what else two blocks of one content differ. */
export function otherDifferences(slate: Block, ours: Block): string[] {
  return [
    ...(slate.id === ours.id ? [] : [`${slate.kind} id`]),
    ...(slate.tab === ours.tab ? [] : [`${slate.kind} tab`]),
    ...(slate.within === ours.within ? [] : [`${slate.kind} nesting`]),
  ];
}
