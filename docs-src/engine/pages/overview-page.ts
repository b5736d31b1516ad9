import type { OperationPlacement } from '../outline/outline.ts';
import { operationTitle } from '../views/operation-view.ts';
import type { ContentBlock, OperationLinkView } from '../views/views.ts';
import { contentBlock } from './content-blocks.ts';
import { contentOptions, rowsOf } from './content-options.ts';
import type { PageContent } from './page-frame.ts';
import { pageMenu } from './page-menu.ts';
import type { Site } from './site.ts';

const path = 'index.html';

/** The opening page of a big document: its prose, and under each section a list of operations instead of themselves. */
export function overviewPage(site: Site): PageContent {
  return {
    kind: 'overview',
    path,
    title: site.first.view.title,
    description: site.first.description,
    menu: pageMenu(site, site.first, path),
    blocks: overviewBlocks(site),
  };
}

function overviewBlocks(site: Site): ContentBlock[] {
  const options = contentOptions(site, site.first, path, rowsOf.whole);
  const blocks: ContentBlock[] = [];
  let list: OperationLinkView[] = [];
  const endList = () => {
    if (list.length > 0) blocks.push({ kind: 'operation-list', operations: list });
    list = [];
  };
  for (const placement of site.first.placements) {
    if (placement.kind === 'operation') list.push(linkTo(placement, site));
    // A heading that a writer put above an operation is said by the list.
    else if (placement.kind !== 'heading' || placement.operation === undefined) {
      endList();
      blocks.push(contentBlock(placement, options));
    }
  }
  endList();
  return blocks;
}

function linkTo({ operation }: OperationPlacement, { operations }: Site): OperationLinkView {
  return {
    title: operationTitle(operation),
    method: operation.method.toUpperCase(),
    path: operation.path,
    href: operations.get(operation.operationId)?.path ?? path,
    isDeprecated: operation.isDeprecated,
  };
}
