import nunjucks from 'nunjucks';
import { onceOfShared } from '../views/shared-views.ts';
import type { ContentBlock, Html, OperationView, PageView } from '../views/views.ts';

/** A page's content as HTML, for the template of the whole. */
interface PageParts {
  readonly contentHtml: Html;
  /** The forms of Try it, which stand together at the page's end. */
  readonly formsHtml: Html;
  /** Whether anything stands in the dark column. */
  readonly hasCode: boolean;
}

/** Prints a page in its parts, so that the values of each part can be let go when it is printed. */
export interface PageTemplates {
  blocks(items: readonly ContentBlock[], page: PageView): Html;
  /** The same over both columns. */
  wide(items: readonly ContentBlock[], page: PageView): Html;
  form(operation: OperationView, page: PageView): Html;
  page(page: PageView, parts: PageParts): Html;
}

/** A macro of Nunjucks, as its own templates call it. */
type Macro = (item: object, ...rest: unknown[]) => unknown;

/**
 * Compiles a theme's templates once; a template that is missing or broken stops the build. They have `each(macro, items, …)`, which
 * prints one item after the other with a macro; those that many pages have, once.
 */
export function createPageTemplates(folder: string): PageTemplates {
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader(folder, { noCache: false, watch: false }),
    {
      autoescape: true,
      throwOnUndefined: false,
      trimBlocks: false,
    },
  );
  // What is trimmed is one text: remembered in the many pieces that Nunjucks adds up, it would take ten times the memory.
  const print = onceOfShared((item: object, macro: Macro, ...rest: unknown[]) =>
    String(macro(item, ...rest)).trimStart(),
  );
  environment.addGlobal('each', (macro: Macro, items: readonly object[], ...rest: unknown[]) =>
    items.map((item) => print(item, macro, ...rest)).join(''),
  );
  const [whole, some, form] = ['page.njk', 'some-blocks.njk', 'form.njk'].map((name) =>
    environment.getTemplate(name, true),
  ) as [nunjucks.Template, nunjucks.Template, nunjucks.Template];
  return {
    blocks: (items, page) => some.render({ items, page, isWide: false }),
    wide: (items, page) => some.render({ items, page, isWide: true }),
    form: (operation, page) => form.render({ operation, page }),
    page: (page, parts) => whole.render({ page, ...parts }),
  };
}
