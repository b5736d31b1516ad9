import type { ApiModel } from '../../../openapi/model/api-model.ts';
import type { NextId } from '../markdown/heading-ids.ts';
import type { PageDirective } from '../markdown/page-elements.ts';
import type { EngineWords } from '../words/words.ts';
import { documentSections, sectionElements } from './document-sections.ts';
import { createOutline, type Outline, type Placement } from './outline.ts';

/**
 * Adds to the first page what no page mentions: operations, webhooks, headers and assumptions at the end of the section that has the
 * title of theirs, else in a section of their own after the last operation, or before the includes.
 */
export function addUnmentioned(
  [first, ...others]: readonly Outline[],
  model: ApiModel,
  words: EngineWords,
  nextId: NextId,
): void {
  if (first === undefined) return;
  const { placements, mainEnd } = first;
  const isMentioned = mentionedIn([first, ...others].flatMap((outline) => outline.placements));
  const lastOperation = placements.findLastIndex((placement) => placement.kind === 'operation');
  let newSections = lastOperation === -1 ? mainEnd : sectionEnd(placements, lastOperation);
  for (const section of documentSections(model, words)) {
    const directives = section.directives.filter((directive) => !isMentioned(directive));
    if (directives.length === 0) continue;
    const existing = placements.findIndex(
      (placement) =>
        isSection(placement) && placement.heading.title.toLowerCase() === section.title.toLowerCase(),
    );
    const elements = existing === -1 ? sectionElements({ ...section, directives }, nextId) : directives;
    const added = createOutline([elements], model, nextId).placements;
    const at = existing === -1 ? newSections : sectionEnd(placements, existing);
    placements.splice(at, 0, ...added);
    if (at <= newSections) newSections += added.length;
  }
}

function mentionedIn(placements: readonly Placement[]): (directive: PageDirective) => boolean {
  const ids = new Set(
    placements.flatMap((placement) =>
      placement.kind === 'operation' ? [placement.operation.operationId] : [],
    ),
  );
  const kinds = new Set<string>(placements.map(({ kind }) => kind));
  return ({ name, argument }) => (argument === '' ? kinds.has(name) : ids.has(argument));
}

function isSection(placement: Placement): placement is Extract<Placement, { kind: 'heading' }> {
  return placement.kind === 'heading' && placement.heading.level === 1;
}

/** Where the section that a placement is in ends: at the next h1. */
function sectionEnd(placements: readonly Placement[], start: number): number {
  const next = placements.findIndex((placement, index) => index > start && isSection(placement));
  return next === -1 ? placements.length : next;
}
