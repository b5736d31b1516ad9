import path from 'node:path';
import { textOfHtml } from '../markdown/page-elements.ts';
import type { OperationPlacement, Placement } from '../outline/outline.ts';
import { operationTitle } from '../views/operation-view.ts';
import type { ContentBlock, LinkView } from '../views/views.ts';
import { contentBlock } from './content-blocks.ts';
import { contentOptions, rowsOf } from './content-options.ts';
import type { PageContent } from './page-frame.ts';
import { pageMenu } from './page-menu.ts';
import type { PlacedOperation, Site } from './site.ts';
import { rootFrom, shownPath } from './site-links.ts';
import { shortDescription } from './site-view.ts';

/** One operation with the prose around it, and links to its neighbours. */
export function operationPage(
  site: Site,
  placed: PlacedOperation,
  before: PlacedOperation | undefined,
  after: PlacedOperation | undefined,
): PageContent {
  const { page, path: own, placement } = placed;
  const { operation } = placement;
  const section = sectionOf(page.placements, placement);
  const options = {
    ...contentOptions(site, page, own, rowsOf.operation),
    operationPageHref: () => undefined,
    // The operation's h2 is this page's title.
    headingShift: 1,
  };
  const blocks = section.map((part) =>
    withLinksFrom(own, shownPath(site, page), contentBlock(part, options)),
  );
  const [first] = section;
  const title = first?.kind === 'heading' ? first.heading.title : operationTitle(operation);
  const descriptions = blocks.map((block) =>
    block.kind === 'operation' ? block.operation.descriptionHtml : '',
  );
  const neighbour = (other: PlacedOperation | undefined): LinkView | undefined => {
    if (other === undefined) return undefined;
    return { label: operationTitle(other.placement.operation), href: rootFrom(own) + other.path };
  };
  return {
    kind: 'operation',
    path: own,
    title: `${title} – ${page.view.title}`,
    description: shortDescription(
      textOfHtml(descriptions.join(' ')) || `${operation.method.toUpperCase()} ${operation.path}`,
    ),
    menu: pageMenu(site, page, own),
    blocks,
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

const link = /(<(?:img|a)\b[^>]*?\s(?:src|href)=["'])(?![a-z][a-z0-9+.-]*:|\/)([^"'#]*)/gi;

/** A writer's links to headings lead to their page from here, and to files beside it to where they are. */
function withLinksFrom(own: string, page: string, block: ContentBlock): ContentBlock {
  if (block.kind !== 'html') return block;
  const html = block.html.replace(link, (_found, start: string, file: string) => {
    const target = file === '' ? page : path.posix.join(path.posix.dirname(page), file);
    return start + rootFrom(own) + target;
  });
  return { ...block, html };
}
