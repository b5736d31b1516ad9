import { escapeHtml } from '../markdown/escape-html.ts';
import { textOfHtml } from '../markdown/page-elements.ts';
import { schemaRow } from '../views/schema-row.ts';
import type { ContentBlock, HeadingView, SchemaRowView } from '../views/views.ts';
import { markdownPath, type PageContext, pageMenu, rowsOf } from './page-context.ts';
import type { PageContent } from './page-frame.ts';
import type { SchemaPage } from './site-plan.ts';
import { shortDescription } from './site-view.ts';

function rootRow({ node, title }: SchemaPage, { words, plan }: PageContext, path: string): SchemaRowView {
  const links = plan.links(path);
  const part = { name: undefined, node, isRequired: false };
  return schemaRow(part, {
    words,
    links,
    purpose: 'both',
    maximumRows: rowsOf.schema,
    title,
    said: undefined,
    place: '',
  });
}

function heading(level: 1 | 2, id: string, title: string): HeadingView {
  return { level, id, anchors: [], title, titleHtml: escapeHtml(title) };
}

/** The page of a schema that some tree stopped at. */
export function schemaPage(context: PageContext, page: SchemaPage): PageContent {
  const { title, path, anchor } = page;
  const row = rootRow(page, context, path);
  return {
    kind: 'schema',
    path,
    title: `${title} – ${context.site.title}`,
    description: shortDescription(textOfHtml(row.descriptionHtml) || title),
    menu: pageMenu(context, path),
    blocks: [
      {
        kind: 'schema',
        schema: { name: title, heading: heading(1, anchor, title), row, example: undefined },
      },
    ],
    markdownPath: markdownPath(path),
  };
}

/** The same as sections of the one page; their own trees may stop too, so the list of schemas grows meanwhile. */
export function* schemaSections(context: PageContext, path: string): Generator<ContentBlock> {
  const { plan, words } = context;
  if (plan.schemaPages.length > 0) yield { kind: 'heading', heading: heading(1, 'schemas', words.schemas) };
  for (let index = 0; index < plan.schemaPages.length; index += 1) {
    const page = plan.schemaPages[index] as SchemaPage;
    const { title, anchor } = page;
    const row = rootRow(page, context, path);
    yield {
      kind: 'schema',
      schema: { name: title, heading: heading(2, anchor, title), row, example: undefined },
    };
  }
}
