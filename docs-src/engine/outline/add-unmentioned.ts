import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { renderText } from '../markdown/document-text.ts';
import { sharedHeaders } from '../views/response-headers.ts';
import type { EngineWords } from '../words/words.ts';
import { headingOf, type NextId, operationPlacement, type Placement } from './outline.ts';

/** Where a section that starts with an h1 ends. */
function sectionEnd(placements: readonly Placement[], start: number): number {
  const next = placements.findIndex(
    (placement, index) => index > start && placement.kind === 'heading' && placement.heading.level === 1,
  );
  return next === -1 ? placements.length : next;
}

/**
 * Adds what no page mentions: operations at the end of their tag's section, else in a section of their own, and the headers
 * that many replies send.
 */
export function addUnmentioned(
  placements: Placement[],
  mainEnd: number,
  placed: ReadonlySet<string>,
  model: ApiModel,
  words: EngineWords,
  nextId: NextId,
): void {
  const rest = model.operations.filter(({ operationId }) => !placed.has(operationId));
  const lastOperation = placements.findLastIndex((placement) => placement.kind === 'operation');
  let newSections = lastOperation === -1 ? mainEnd : sectionEnd(placements, lastOperation);
  const tags = [...model.tags.map((tag) => tag.name), undefined];
  for (const tag of tags) {
    const operations = rest.filter((operation) => operation.tags[0] === tag);
    if (operations.length === 0) continue;
    const added: Placement[] = operations.map((operation) => operationPlacement(operation, nextId));
    const existing = placements.findIndex(
      (placement) =>
        placement.kind === 'heading' &&
        placement.heading.level === 1 &&
        placement.heading.title.toLowerCase() === tag?.toLowerCase(),
    );
    if (existing === -1) {
      const section = [...tagIntroduction(model, tag, words, nextId), ...added];
      placements.splice(newSections, 0, ...section);
      newSections += section.length;
    } else {
      const end = sectionEnd(placements, existing);
      placements.splice(end, 0, ...added);
      if (end <= newSections) newSections += added.length;
    }
  }
  if (!placements.some((placement) => placement.kind === 'headers'))
    placements.splice(newSections, 0, ...headersSection(model, words, nextId));
}

/** The headers that replies have in common, under an h1; nothing where there are none. */
export function headersSection(model: ApiModel, words: EngineWords, nextId: NextId): Placement[] {
  if (sharedHeaders(model).length === 0) return [];
  const heading = headingOf(words.responseHeaders, 1, nextId);
  return [{ kind: 'heading', heading, operation: undefined }, { kind: 'headers' }];
}

/** The h1 of a tag with its description. */
export function tagIntroduction(
  model: ApiModel,
  name: string | undefined,
  words: EngineWords,
  nextId: NextId,
): Placement[] {
  const tag = model.tags.find((candidate) => candidate.name === name);
  const description = renderText(tag?.description);
  return [
    { kind: 'heading', heading: headingOf(name ?? words.operations, 1, nextId), operation: undefined },
    ...(description === ''
      ? []
      : [{ kind: 'html' as const, html: description, markdown: tag?.description ?? '' }]),
  ];
}
