import { contentBlock } from '../content-blocks.ts';
import type { PageContent } from '../page-frame.ts';
import { contentOptions, markdownPath, type PageContext, pageMenu, rowsOf } from './page-context.ts';
import { schemaSections } from './schema-page.ts';

/** Everything on one page, as Slate has it. */
export function wholePage(context: PageContext): PageContent {
  const { plan, site, placements } = context;
  const path = plan.wholePath;
  const options = contentOptions(context, path, rowsOf.whole);
  return {
    kind: 'whole',
    path,
    title: site.title,
    description: context.description,
    menu: pageMenu(context, path),
    blocks: [
      ...placements.map((placement) => contentBlock(placement, options)),
      ...(plan.isOnePage ? schemaSections(context, path) : []),
    ],
    markdownPath: markdownPath(path),
  };
}
