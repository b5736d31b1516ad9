import { textOfHtml } from '../markdown/page-elements.ts';
import type { OperationPlacement, Placement } from '../outline/outline.ts';
import { operationTitle } from '../views/operation-view.ts';
import type { ContentBlock, LinkView } from '../views/views.ts';
import { contentBlock } from './content-blocks.ts';
import { contentOptions, markdownPath, type PageContext, pageMenu, rowsOf } from './page-context.ts';
import type { PageContent } from './page-frame.ts';
import { shortDescription } from './site-view.ts';

/** One operation with the prose around it, and links to its neighbours. */
export function operationPage(
  context: PageContext,
  placement: OperationPlacement,
  before: OperationPlacement | undefined,
  after: OperationPlacement | undefined,
): PageContent {
  const { plan, site } = context;
  const { operation } = placement;
  const path = plan.operationPath(operation);
  const section = sectionOf(context.placements, placement);
  const options = {
    ...contentOptions(context, path, rowsOf.operation),
    operationPageHref: () => undefined,
    // The operation's h2 is this page's title.
    headingShift: 1,
  };
  const blocks = section.map((part) => withLinksFrom(path, contentBlock(part, options), context));
  const [first] = section;
  const title = first?.kind === 'heading' ? first.heading.title : operationTitle(operation);
  const descriptions = blocks.map((block) =>
    block.kind === 'operation' ? block.operation.descriptionHtml : '',
  );
  const neighbour = (other: OperationPlacement | undefined): LinkView | undefined => {
    if (other === undefined) return undefined;
    return {
      label: operationTitle(other.operation),
      href: plan.root(path) + plan.operationPath(other.operation),
    };
  };
  return {
    kind: 'operation',
    path,
    title: `${title} – ${site.title}`,
    description: shortDescription(
      textOfHtml(descriptions.join(' ')) || `${operation.method.toUpperCase()} ${operation.path}`,
    ),
    menu: pageMenu(context, path, operation.operationId),
    blocks,
    markdownPath: markdownPath(path),
    previous: neighbour(before),
    next: neighbour(after),
  };
}

/** An operation with the prose that its writer put around it: from its heading to the next of the same level. */
function sectionOf(placements: readonly Placement[], placement: OperationPlacement): readonly Placement[] {
  if (placement.heading !== undefined) return [placement];
  const at = placements.indexOf(placement);
  const isStart = (candidate: Placement) =>
    (candidate.kind === 'heading' && candidate.heading.level <= 2) ||
    (candidate.kind === 'operation' && candidate.heading !== undefined);
  const start = placements.findLastIndex((candidate, index) => index < at && isStart(candidate));
  const end = placements.findIndex((candidate, index) => index > at && isStart(candidate));
  return placements.slice(Math.max(start, 0), end === -1 ? undefined : end);
}

/** A writer's links to headings lead to the index from here, and to files beside it to where they are. */
function withLinksFrom(path: string, block: ContentBlock, { plan }: PageContext): ContentBlock {
  if (block.kind !== 'html') return block;
  const root = plan.root(path);
  const html = block.html
    .replace(/(<a\b[^>]*?\shref=["'])#/gi, `$1${root}index.html#`)
    .replace(/(<(?:img|a)\b[^>]*?\s(?:src|href)=["'])(?![a-z]+:|\/|#|\.\.\/)/gi, `$1${root}`);
  return { ...block, html };
}
