import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { NextId } from '../markdown/heading-ids.ts';
import type { PageDirective, PageElement } from '../markdown/page-elements.ts';
import type { SourceFault } from '../source/source-fault.ts';
import { operationTitle } from '../views/operation-view.ts';
import { idOf } from '../views/parameter-groups.ts';
import type { HeadingView } from '../views/views.ts';
import type { LiveSearch } from './live-search.ts';
import { resolveDirective } from './resolve-directive.ts';

/** The content of a page in its order, before it is known which pages of the site show it. */
export type Placement =
  | { readonly kind: 'html'; readonly html: string; readonly markdown: string }
  | {
      readonly kind: 'heading';
      readonly heading: HeadingView;
      /** The group of the menu that the section is in. */
      readonly group: string | undefined;
      readonly operation: Operation | undefined;
    }
  | OperationPlacement
  | { readonly kind: 'about' | 'plans' | 'errors' | 'servers' | 'security' | 'headers' | 'assumptions' }
  | { readonly kind: 'schema'; readonly name: string }
  /** The samples of an operation's request alone, in the prose; in these languages, none: in all of the page. */
  | { readonly kind: 'sample'; readonly operation: Operation; readonly languages: readonly string[] }
  | { readonly kind: 'live'; readonly live: LiveSearch };

export interface OperationPlacement {
  readonly kind: 'operation';
  readonly operation: Operation;
  /** undefined: the heading above is the operation's. */
  readonly heading: HeadingView | undefined;
  /** A webhook: sent by the API's provider, not to it. */
  readonly isIncoming: boolean;
}

export interface Outline {
  readonly placements: Placement[];
  /** Where the page ends and its includes begin. */
  readonly mainEnd: number;
  /** Directives that name nothing known, or the same operation again. */
  readonly faults: readonly SourceFault[];
}

/** Places the elements of a page and its includes: directives become what they name; without a document, comments. */
export function createOutline(
  texts: Iterable<Iterable<PageElement>>,
  model: ApiModel | undefined,
  nextId: NextId,
): Outline {
  const faults: SourceFault[] = [];
  const placements: Placement[] = [];
  let mainEnd: number | undefined;
  for (const elements of texts) {
    for (const element of elements) {
      if (element.kind === 'html') {
        const { html, markdown } = element;
        placements.push({ kind: 'html', html, markdown });
      } else if (element.kind === 'heading') {
        const { level, id, title, titleHtml, group } = element;
        const heading = { level, id, anchors: [], title, titleHtml };
        placements.push({ kind: 'heading', heading, group, operation: undefined });
      } else if (model !== undefined) {
        const message = place(element, model, placements, nextId);
        if (message !== undefined) faults.push({ file: element.file, line: element.line, message });
      }
    }
    mainEnd ??= placements.length;
  }
  return { placements, mainEnd: mainEnd ?? placements.length, faults };
}

/** Adds what a directive names; a text says why it can't. */
function place(
  directive: PageDirective,
  model: ApiModel,
  placements: Placement[],
  nextId: NextId,
): string | undefined {
  const found = resolveDirective(directive, model);
  if (typeof found === 'string') return found;
  if (found.kind !== 'operation') {
    placements.push(found);
    return undefined;
  }
  const { operation, isIncoming } = found;
  const isThere = placements.some((other) => other.kind === 'operation' && other.operation === operation);
  if (isThere) return `The operation "${operation.operationId}" is on the page already.`;
  const anchor = idOf(operation.operationId);
  const index = ownerOf(placements);
  const owner = placements[index];
  let heading: HeadingView | undefined;
  if (owner?.kind === 'heading') {
    const anchors = anchor === owner.heading.id ? [] : [anchor];
    placements[index] = { ...owner, heading: { ...owner.heading, anchors }, operation };
  } else heading = operationHeading(operation, anchor, nextId);
  placements.push({ kind: 'operation', operation, heading, isIncoming });
  return undefined;
}

/** The h2 that the writer put above a directive for this operation; -1 if there is none, or another operation has it. */
function ownerOf(placements: readonly Placement[]): number {
  const index = placements.findLastIndex(
    (placement) =>
      placement.kind === 'operation' || (placement.kind === 'heading' && placement.heading.level <= 2),
  );
  const found = placements[index];
  return found?.kind === 'heading' && found.heading.level === 2 ? index : -1;
}

/** A heading for an operation that brings its own: its title, with the operationId as a second address. */
function operationHeading(operation: Operation, anchor: string, nextId: NextId): HeadingView {
  const title = operationTitle(operation);
  const titleHtml = escapeHtml(title);
  const id = nextId(titleHtml, 2);
  return { level: 2, id, anchors: anchor === id ? [] : [anchor], title, titleHtml };
}

/** An additional address that a heading has already would lead elsewhere: it is dropped. */
export function withUniqueAnchors(placements: readonly Placement[]): Placement[] {
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
