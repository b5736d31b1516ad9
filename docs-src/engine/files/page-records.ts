import type { Operation } from '../../../openapi/model/api-model.ts';
import { renderText } from '../markdown/document-text.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { Placement } from '../outline/outline.ts';
import { type ContentOptions, contentBlock } from '../pages/content-blocks.ts';
import { contentOptions, rowsOf } from '../pages/content-options.ts';
import type { Site, WrittenPage } from '../pages/site.ts';
import { shownPath } from '../pages/site-links.ts';
import { errorMessages } from '../views/errors-table.ts';
import { operationNames, operationParts } from './operation-records.ts';
import { fieldRecords, rowRecord } from './row-records.ts';
import type { SearchRecord } from './search-record.ts';
import { piecesOf, textPiece } from './search-text.ts';
import { errorRecords, planRecords, securityRecords, serverRecords } from './table-records.ts';

/** A record whose section is still being read. */
interface OpenRecord extends SearchRecord {
  kind: SearchRecord['kind'];
  href: string;
  names?: string;
  isDeprecated?: true;
  readonly texts: string[];
  readonly parts: SearchRecord[];
}

/** As on the page itself, but that nothing which a tree stops at asks for a page of its own. */
export function searchOptions(site: Site, page: WrittenPage): ContentOptions {
  const options = contentOptions(site, page, page.path, rowsOf.whole);
  return { ...options, links: { ...options.links, schema: () => ({ label: '', href: '' }) } };
}

/** The sections of a page with what they hold, each in the one around it, as the headings say. */
export function pageRecords(site: Site, page: WrittenPage, options: ContentOptions): SearchRecord[] {
  const path = shownPath(site, page);
  const records: OpenRecord[] = [];
  /** The sections that are open, outermost first. */
  let open: { readonly record: OpenRecord; readonly level: number }[] = [];
  const begin = (level: number, href: string, title: string) => {
    open = open.filter((section) => section.level < level);
    const record: OpenRecord = { kind: 'page', href, title, texts: [], parts: [] };
    (open.at(-1)?.record.parts ?? records).push(record);
    open.push({ record, level });
  };
  const hasErrors = site.holders.get('errors') !== undefined;
  const [top] = page.placements;
  const isGuide = page !== site.first;
  const startsWithTitle = top?.kind === 'heading' && (!isGuide || top.heading.title === page.title);
  if (!startsWithTitle) begin(0, path, page.title);
  for (const placement of page.placements) {
    const heading = 'heading' in placement ? placement.heading : undefined;
    // All sections of a guide are parts of it, whatever their levels.
    const isTitle = isGuide && placement === top;
    if (heading !== undefined) begin(isTitle ? 0 : heading.level, `${path}#${heading.id}`, heading.title);
    const record = open.at(-1)?.record;
    if (record === undefined) continue;
    const placed =
      placement.kind === 'operation' ? site.operations.get(placement.operation.operationId) : undefined;
    if (placed?.page === page) {
      if (site.hasOverview) record.href = `${placed.path}#${placed.anchor}`;
      addOperation(record, placed.placement.operation, hasErrors, options);
    } else addPlacement(record, placement, site, options);
  }
  return records;
}

function addOperation(
  record: OpenRecord,
  operation: Operation,
  hasErrors: boolean,
  options: ContentOptions,
): void {
  record.kind = 'operation';
  record.names = operationNames(operation, record.title);
  if (operation.isDeprecated) record.isDeprecated = true;
  record.texts.push(...piecesOf(renderText(operation.description)));
  record.parts.push(
    ...operationParts(
      operation,
      { ...options, purpose: 'both', title: record.title, place: '' },
      (status) => hasErrors && /^[45]/.test(status),
    ),
  );
}

/** What stands in a section, but headings and operations. */
function addPlacement(record: OpenRecord, placement: Placement, site: Site, options: ContentOptions): void {
  if (placement.kind === 'heading' || placement.kind === 'operation') return;
  if (placement.kind === 'sample') {
    // Its code is the operation's: here it counts that there is one, and in which languages.
    const languages = options.languages.map(({ label }) => label).join(', ');
    record.texts.push(`${options.words.example}: ${languages}`);
    return;
  }
  const block = contentBlock(placement, options);
  switch (block.kind) {
    case 'html':
      record.texts.push(...piecesOf(block.html));
      break;
    case 'about':
      record.texts.push(
        ...block.about.facts.flatMap(({ term, html }) => textPiece(`${escapeHtml(term)} ${html}`)),
      );
      break;
    case 'plans':
      record.parts.push(...planRecords(block.plans, site.first.words.theme));
      break;
    case 'errors':
      record.parts.push(...errorRecords(block.errors, errorMessages(site.input.model?.operations ?? [])));
      break;
    case 'servers':
      record.parts.push(...serverRecords(block.servers));
      break;
    case 'security':
      record.parts.push(...securityRecords(block.schemes));
      break;
    case 'headers':
      record.parts.push(...block.groups.flatMap(({ rows }) => rows.map((row) => rowRecord(row, 'header'))));
      break;
    case 'schema':
      record.parts.push(...fieldRecords(block.schema.row));
      break;
  }
}
