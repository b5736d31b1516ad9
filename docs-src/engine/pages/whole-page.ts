import type { ContentBlock } from '../views/views.ts';
import { contentBlock } from './content-blocks.ts';
import { contentOptions, markdownPath, type PageContext, pageMenu, rowsOf } from './page-context.ts';
import type { PageContent } from './page-frame.ts';
import { schemaSections } from './schema-page.ts';

/** Everything on one page, as Slate has it. */
export function wholePage(context: PageContext): PageContent {
  const { plan, site, placements } = context;
  const path = plan.wholePath;
  const options = contentOptions(context, path, rowsOf.whole);
  function* blocks(): Generator<ContentBlock> {
    for (const placement of placements) yield contentBlock(placement, options);
    if (plan.isOnePage) yield* schemaSections(context, path);
  }
  return {
    kind: 'whole',
    path,
    title: site.title,
    description: context.description,
    menu: pageMenu(context, path),
    blocks: blocks(),
    markdownPath: markdownPath(path),
  };
}
