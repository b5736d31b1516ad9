import { createSaidOnce } from '../views/said-once.ts';
import type { ContentOptions } from './content-blocks.ts';
import type { Site, WrittenPage } from './site.ts';
import { pageLinks, rootFrom } from './site-links.ts';

/** Rows of one schema tree: few on the page that shows all operations, more where one operation has the page. */
export const rowsOf = { whole: 60, operation: 80, schema: 250 } as const;

/** What the views at a path need, in the words and languages of a written page; they start with nothing said. */
export function contentOptions(
  site: Site,
  { view, words }: WrittenPage,
  path: string,
  maximumRows: number,
): ContentOptions {
  const { model, tryItServers, isOnePage, hasDownloads } = site.input;
  const root = rootFrom(path);
  return {
    model,
    words,
    links: pageLinks(site, path, words),
    languages: view.languages,
    keyPlaceholder: view.keyPlaceholder,
    plans: model?.plans,
    tryItServers,
    basePath: model?.basePath ?? '',
    maximumRows,
    said: createSaidOnce(),
    operationPageHref: ({ operationId }) =>
      isOnePage ? undefined : `${root}${site.operations.get(operationId)?.path ?? 'index.html'}`,
    hasMarkdown: hasDownloads,
    headingShift: 0,
  };
}
