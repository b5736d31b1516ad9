import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { textOfHtml } from '../markdown/page-elements.ts';
import type { SchemaRowOptions } from '../views/schema-row.ts';
import { schemaView } from '../views/schema-view.ts';
import type { ContentBlock, HeadingView, SchemaSectionView } from '../views/views.ts';
import { rowsOf } from './content-options.ts';
import type { PageContent } from './page-frame.ts';
import { pageMenu } from './page-menu.ts';
import type { SchemaPage } from './schema-pages.ts';
import type { Site } from './site.ts';
import { pageLinks } from './site-links.ts';
import { shortDescription } from './site-view.ts';

function viewOf(
  { node, title }: SchemaPage,
  heading: HeadingView,
  site: Site,
  path: string,
): SchemaSectionView {
  const { words } = site.first;
  const options: SchemaRowOptions = {
    words,
    links: pageLinks(site, path, words),
    purpose: 'both',
    maximumRows: rowsOf.schema,
    title,
    said: undefined,
    place: '',
  };
  // Only a document has schemas.
  return schemaView({ name: title, node, heading }, site.input.model as ApiModel, options);
}

function heading(level: 1 | 2, id: string, title: string): HeadingView {
  return { level, id, anchors: [], title, titleHtml: escapeHtml(title) };
}

/** The page of a schema that some tree stopped at. */
export function schemaPage(site: Site, page: SchemaPage): PageContent {
  const { title, path, anchor } = page;
  const schema = viewOf(page, heading(1, anchor, title), site, path);
  return {
    kind: 'schema',
    path,
    title: `${title} – ${site.first.view.title}`,
    description: shortDescription(textOfHtml(schema.row.descriptionHtml) || title),
    menu: pageMenu(site, site.first, path),
    blocks: [{ kind: 'schema', schema }],
  };
}

/** The same as sections of the first page; their own trees may stop too, so the list of schemas grows meanwhile. */
export function* schemaSections(site: Site): Generator<ContentBlock> {
  const { path, words } = site.first;
  const pages = site.schemaPages.all;
  if (pages.length > 0) yield { kind: 'heading', heading: heading(1, 'schemas', words.schemas) };
  for (const page of pages) {
    const { title, anchor } = page;
    yield { kind: 'schema', schema: viewOf(page, heading(2, anchor, title), site, path) };
  }
}
