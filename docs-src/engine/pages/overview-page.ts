import type { OperationPlacement } from '../outline/outline.ts';
import { operationTitle } from '../views/operation-view.ts';
import type { ContentBlock, OperationLinkView } from '../views/views.ts';
import { contentBlock } from './content-blocks.ts';
import { contentOptions, markdownPath, type PageContext, pageMenu, rowsOf } from './page-context.ts';
import type { PageContent } from './page-frame.ts';

/** The opening page of a big document: its prose, and under each section a list of operations instead of themselves. */
export function overviewPage(context: PageContext): PageContent {
  const path = 'index.html';
  return {
    kind: 'overview',
    path,
    title: context.site.title,
    description: context.description,
    menu: pageMenu(context, path),
    blocks: overviewBlocks(context, path),
    markdownPath: markdownPath(path),
  };
}

function overviewBlocks(context: PageContext, path: string): ContentBlock[] {
  const options = contentOptions(context, path, rowsOf.whole);
  const blocks: ContentBlock[] = [];
  let list: OperationLinkView[] = [];
  const endList = () => {
    if (list.length > 0) blocks.push({ kind: 'operation-list', operations: list });
    list = [];
  };
  for (const placement of context.placements) {
    if (placement.kind === 'operation') list.push(linkTo(placement, context));
    // A heading that a writer put above an operation is said by the list.
    else if (placement.kind !== 'heading' || placement.operation === undefined) {
      endList();
      blocks.push(contentBlock(placement, options));
    }
  }
  endList();
  return blocks;
}

function linkTo({ operation }: OperationPlacement, { plan }: PageContext): OperationLinkView {
  return {
    operationId: operation.operationId,
    title: operationTitle(operation),
    method: operation.method.toUpperCase(),
    path: operation.path,
    href: plan.operationPath(operation),
    isDeprecated: operation.isDeprecated,
  };
}
