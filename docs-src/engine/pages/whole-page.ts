import type { ContentBlock } from '../views/views.ts';
import { contentBlock } from './content-blocks.ts';
import { contentOptions, rowsOf } from './content-options.ts';
import type { PageContent } from './page-frame.ts';
import { pageMenu } from './page-menu.ts';
import { schemaSections } from './schema-page.ts';
import type { Site, WrittenPage } from './site.ts';

/** A written page with all that it shows: the first one is everything on one page, as Slate has it. */
export function wholePage(site: Site, page: WrittenPage): PageContent {
  const { path, placements, description, view } = page;
  const options = contentOptions(site, page, path, rowsOf.whole);
  function* blocks(): Generator<ContentBlock> {
    for (const placement of placements) yield contentBlock(placement, options);
    if (site.input.isOnePage && page === site.first) yield* schemaSections(site);
  }
  return {
    kind: 'whole',
    path,
    title: page.title === view.title ? view.title : `${page.title} – ${view.title}`,
    description,
    menu: pageMenu(site, page, path),
    blocks: blocks(),
  };
}
