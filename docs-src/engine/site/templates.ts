import nunjucks from 'nunjucks';
import type { PageView } from '../views.ts';

/** Compiles a theme's templates once; a template that is missing or broken stops the build. */
export function createPageRenderer(templates: string): (page: PageView) => string {
  const environment = new nunjucks.Environment(
    new nunjucks.FileSystemLoader(templates, { noCache: false, watch: false }),
    {
      autoescape: true,
      throwOnUndefined: false,
      trimBlocks: false,
    },
  );
  const template = environment.getTemplate('page.njk', true);
  return (page) => template.render({ page });
}
