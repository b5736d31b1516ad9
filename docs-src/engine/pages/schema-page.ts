import { escapeHtml } from '../markdown/escape-html.ts';
import { textOfHtml } from '../markdown/page-elements.ts';
import { schemaRow } from '../views/schema-row.ts';
import type { ContentBlock, HeadingView, SchemaRowView } from '../views/views.ts';
import { rowsOf } from './content-options.ts';
import type { PageContent } from './page-frame.ts';
import { pageMenu } from './page-menu.ts';
import type { SchemaPage } from './schema-pages.ts';
import type { Site } from './site.ts';
import { pageLinks } from './site-links.ts';
import { shortDescription } from './site-view.ts';

function rootRow({ node, title }: SchemaPage, site: Site, path: string): SchemaRowView {
  const { words } = site.first;
  const part = { name: undefined, node, isRequired: false };
  return schemaRow(part, {
    words,
    links: pageLinks(site, path, words),
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
export function schemaPage(site: Site, page: SchemaPage): PageContent {
  const { title, path, anchor } = page;
  const row = rootRow(page, site, path);
  return {
    kind: 'schema',
    path,
    title: `${title} – ${site.first.view.title}`,
    description: shortDescription(textOfHtml(row.descriptionHtml) || title),
    menu: pageMenu(site, site.first, path),
    blocks: [
      {
        kind: 'schema',
        schema: { name: title, heading: heading(1, anchor, title), row },
      },
    ],
  };
}

/** The same as sections of the first page; their own trees may stop too, so the list of schemas grows meanwhile. */
export function* schemaSections(site: Site): Generator<ContentBlock> {
  const { path, words } = site.first;
  const pages = site.schemaPages.all;
  if (pages.length > 0) yield { kind: 'heading', heading: heading(1, 'schemas', words.schemas) };
  for (const page of pages) {
    const { title, anchor } = page;
    const row = rootRow(page, site, path);
    yield {
      kind: 'schema',
      schema: { name: title, heading: heading(2, anchor, title), row },
    };
  }
}
