import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { PageDirective, PageElement, PageHeading } from '../markdown/page-elements.ts';
import type { SourceFault } from '../source/source-fault.ts';
import { operationTitle } from '../views/operation-view.ts';
import { idOf } from '../views/parameter-groups.ts';
import type { HeadingView } from '../views/views.ts';
import type { EngineWords } from '../words/words.ts';
import { addUnmentioned } from './add-unmentioned.ts';
import { resolveDirective } from './resolve-directive.ts';

/** The content of a site in the order of its one-page version, before it knows on which page it is shown. */
export type Placement =
  | { readonly kind: 'html'; readonly html: string; readonly markdown: string }
  | { readonly kind: 'heading'; readonly heading: HeadingView; readonly operation: Operation | undefined }
  | OperationPlacement
  | { readonly kind: 'plans' | 'errors' | 'servers' | 'security' | 'headers' }
  | { readonly kind: 'schema'; readonly name: string }
  /** The samples of an operation's request alone, in the prose; in these languages, none: in all of the page. */
  | { readonly kind: 'sample'; readonly operation: Operation; readonly languages: readonly string[] };

export interface OperationPlacement {
  readonly kind: 'operation';
  readonly operation: Operation;
  /** undefined: the heading above is the operation's. */
  readonly heading: HeadingView | undefined;
  /** A webhook: sent by the API's provider, not to it. */
  readonly isIncoming: boolean;
}

/** Gives a heading its id, from its HTML and level. */
export type NextId = (html: string, level: number) => string;

export function headingOf(
  title: string,
  level: HeadingView['level'],
  nextId: NextId,
  anchors: readonly string[] = [],
): HeadingView {
  const titleHtml = escapeHtml(title);
  const id = nextId(titleHtml, level);
  return { level, id, anchors: anchors.filter((anchor) => anchor !== id), title, titleHtml };
}

/** A heading for an operation that brings its own: its title, with the operationId as a second address. */
export function operationPlacement(
  operation: Operation,
  nextId: NextId,
  isIncoming = false,
): OperationPlacement {
  const heading = headingOf(operationTitle(operation), 2, nextId, [idOf(operation.operationId)]);
  return { kind: 'operation', operation, heading, isIncoming };
}

/** The h2 that the writer put above a directive for this operation; undefined if another operation has it. */
function ownerOf(placements: readonly Placement[]): number | undefined {
  for (let index = placements.length - 1; index >= 0; index -= 1) {
    const placement = placements[index];
    if (placement?.kind === 'operation') return undefined;
    if (placement?.kind === 'heading' && placement.heading.level <= 2) {
      return placement.heading.level === 2 ? index : undefined;
    }
  }
  return undefined;
}

function toPlacement(heading: PageHeading): Placement {
  const { level, id, title, titleHtml } = heading;
  return { kind: 'heading', heading: { level, id, anchors: [], title, titleHtml }, operation: undefined };
}

/**
 * Puts a writer's elements and the document together: directives become what they name, and an operation that no
 * directive names is added under its tag, as are shared headers at the end of the operations. A directive that names nothing known is a fault at its line.
 */
export function createOutline(
  texts: readonly (readonly PageElement[])[],
  model: ApiModel,
  words: EngineWords,
  nextId: NextId,
): { placements: Placement[]; faults: SourceFault[] } {
  const faults: SourceFault[] = [];
  const placed = new Set<string>();
  const placements: Placement[] = [];
  let mainEnd = 0;
  const place = (directive: PageDirective) => {
    const found = resolveDirective(directive, model);
    if (typeof found === 'string') {
      faults.push({ file: directive.file, line: directive.line, message: found });
    } else if (found.kind !== 'operation') placements.push(found);
    else if (placed.has(found.operation.operationId)) {
      const message = `The operation "${found.operation.operationId}" is on the page already.`;
      faults.push({ file: directive.file, line: directive.line, message });
    } else {
      placed.add(found.operation.operationId);
      placeOperation(found.operation, found.isIncoming);
    }
  };
  const placeOperation = (operation: Operation, isIncoming: boolean) => {
    const index = ownerOf(placements);
    const owner = index === undefined ? undefined : placements[index];
    if (index === undefined || owner?.kind !== 'heading') {
      placements.push(operationPlacement(operation, nextId, isIncoming));
      return;
    }
    const anchor = idOf(operation.operationId);
    const anchors = anchor === owner.heading.id ? [] : [anchor];
    placements[index] = { ...owner, heading: { ...owner.heading, anchors }, operation };
    placements.push({ kind: 'operation', operation, heading: undefined, isIncoming });
  };
  texts.forEach((elements, index) => {
    for (const element of elements) {
      if (element.kind === 'html')
        placements.push({ kind: 'html', html: element.html, markdown: element.markdown });
      else if (element.kind === 'heading') placements.push(toPlacement(element));
      else place(element);
    }
    if (index === 0) mainEnd = placements.length;
  });
  addUnmentioned(placements, mainEnd, placed, model, words, nextId);
  return { placements: withUniqueAnchors(placements), faults };
}

/** An additional address that a heading has already would lead elsewhere: it is dropped. */
function withUniqueAnchors(placements: readonly Placement[]): Placement[] {
  const taken = new Set<string>();
  const headingIn = (placement: Placement) => ('heading' in placement ? placement.heading : undefined);
  for (const placement of placements) {
    const heading = headingIn(placement);
    if (heading !== undefined) taken.add(heading.id);
  }
  return placements.map((placement) => {
    const heading = headingIn(placement);
    if (heading === undefined || heading.anchors.length === 0) return placement;
    const anchors = heading.anchors.filter((anchor) => !taken.has(anchor));
    for (const anchor of anchors) taken.add(anchor);
    // The kind keeps its own fields: only the heading changes.
    return { ...placement, heading: { ...heading, anchors } } as Placement;
  });
}
