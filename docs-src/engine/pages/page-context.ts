import { menuOf } from '../outline/menu.ts';
import type { Placement } from '../outline/outline.ts';
import { createSaidOnce } from '../views/said-once.ts';
import type { MenuEntry, SiteView } from '../views/views.ts';
import type { EngineWords } from '../words/words.ts';
import type { ContentOptions } from './content-blocks.ts';
import type { SiteInput } from './site-input.ts';
import type { SitePlan } from './site-plan.ts';

/** What every page of a site is made from. */
export interface PageContext {
  readonly input: SiteInput;
  readonly words: EngineWords;
  readonly site: SiteView;
  /** The site's description for search engines. */
  readonly description: string;
  readonly placements: readonly Placement[];
  readonly plan: SitePlan;
}

/** Rows of one schema tree: few on the page that shows all operations, more where one operation has the page. */
export const rowsOf = { whole: 60, operation: 80, schema: 250 } as const;

/** What the views of one page need; the page starts with nothing said. */
export function contentOptions(context: PageContext, path: string, maximumRows: number): ContentOptions {
  const { input, words, site, plan } = context;
  return {
    model: input.model,
    words,
    links: plan.links(path),
    languages: site.languages,
    keyPlaceholder: site.keyPlaceholder,
    plans: input.model?.plans,
    tryItServers: input.tryItServers,
    maximumRows,
    said: createSaidOnce(),
    operationPageHref: (operation) =>
      plan.isOnePage ? undefined : plan.root(path) + plan.operationPath(operation),
    headingShift: 0,
  };
}

/** The menu as one page shows it; in a big document only the section that the page is in has its entries open. */
export function pageMenu(
  { placements, plan }: PageContext,
  path: string,
  currentOperationId?: string,
): MenuEntry[] {
  const isWhole = path === plan.wholePath;
  return menuOf(placements, {
    hrefOf: (id, operationId) => plan.headingHref(path, id, operationId),
    isOnPage: isWhole || path === 'index.html',
    currentOperationId,
    isShort: plan.hasOverview && !isWhole,
  });
}

/** The same page as Markdown. */
export function markdownPath(path: string): string {
  return path.replace(/\.html$/, '.md');
}
