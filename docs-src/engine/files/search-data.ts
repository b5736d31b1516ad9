import type { Operation } from '../../../openapi/model/api-model.ts';
import type { SchemaNode } from '../../../openapi/model/schema/schema-node.ts';
import { renderText } from '../markdown/document-text.ts';
import { textOfHtml } from '../markdown/page-elements.ts';
import type { Site, WrittenPage } from '../pages/site.ts';
import { holderOf, pageLinks, placeHref, shownPath } from '../pages/site-links.ts';
import type { ErrorCode } from '../views/error-codes.ts';
import { errorsTable } from '../views/errors-table.ts';
import { flattenSchema } from '../views/flat-schema.ts';
import { operationTitle } from '../views/operation-view.ts';
import { idOf } from '../views/parameter-groups.ts';
import { headerAnchor } from '../views/response-headers.ts';
import { valueText } from '../views/schema-texts.ts';
import { headerRecords } from './header-records.ts';
import type { SearchRecord } from './search-record.ts';

/** With more operations than this, parameters are found through their operations: the data has to stay small. */
const maximumOperationsWithParameters = 60;
const maximumProse = 600;
const maximumDescription = 240;

function short(text: string, length: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= length ? flat : flat.slice(0, length).replace(/\s+\S*$/, '');
}

function plain(text: string | undefined, length: number): string {
  return short(textOfHtml(renderText(text)), length);
}

/** A record whose prose is still being read. */
interface OpenRecord {
  readonly record: { -readonly [Key in keyof SearchRecord]: SearchRecord[Key] };
  prose: string;
}

/** What a reader can look for on a site: sections and their prose, operations, parameters with their values, error codes. */
export function searchRecords(site: Site, errorCodes: readonly ErrorCode[]): SearchRecord[] {
  const operations = [...site.operations.values()].map(({ placement }) => placement.operation);
  const hasParameters = operations.length <= maximumOperationsWithParameters;
  /** Of an operation's part: on the page that has it, or in a big document on its own. */
  const hrefOf = ({ operationId }: Operation, anchor: string) => {
    const placed = site.operations.get(operationId);
    const path = site.hasOverview ? placed?.path : placed?.page.path;
    return `${path ?? ''}#${anchor}`;
  };
  const records: SearchRecord[] = [];
  for (const page of site.pages) records.push(...sectionRecords(site, page, hasParameters, hrefOf));
  const withText = withoutRepeatedTexts(records);
  const links = pageLinks(site, '', site.first.words);
  const holder = holderOf(site, 'headers');
  const headers = headerRecords(operations, {
    shared: (name) =>
      holder === undefined || links.headers(name) === undefined
        ? undefined
        : placeHref(site, '', holder, headerAnchor(name)),
    reply: (operation, status) => hrefOf(operation, idOf(operation.operationId, 'status', status)),
    textOf: (header) => plain(header.description ?? header.schema.description, maximumDescription),
  });
  return [...withText, ...headers, ...errorRecords(site, operations, errorCodes)];
}

/** Headings of one page with the prose under them, and the operations that have their place there. */
function sectionRecords(
  site: Site,
  page: WrittenPage,
  hasParameters: boolean,
  hrefOf: (operation: Operation, anchor: string) => string,
): SearchRecord[] {
  const records: SearchRecord[] = [];
  const begun = new Set<Operation>();
  let open: OpenRecord | undefined;
  const close = () => {
    if (open === undefined) return;
    const text = [open.record.text, short(open.prose, maximumProse)].filter(Boolean).join(' ');
    if (text !== '') open.record.text = text;
    open = undefined;
  };
  const begin = (record: SearchRecord) => {
    close();
    open = { record: { ...record }, prose: '' };
    records.push(open.record);
  };
  const [top] = page.placements;
  // A page that starts without a heading, or has a title that its heading doesn't say.
  if (top?.kind !== 'heading' || (page !== site.first && top.heading.title !== page.title))
    begin({ kind: 'page', href: shownPath(site, page), title: page.title });
  for (const placement of page.placements) {
    if (placement.kind === 'html' && open !== undefined) open.prose += ` ${textOfHtml(placement.html)}`;
    if (placement.kind !== 'heading' && placement.kind !== 'operation') continue;
    const { heading, operation } = placement;
    const placed = operation === undefined ? undefined : site.operations.get(operation.operationId);
    if (operation === undefined || placed?.page !== page) {
      const { id = '', title = '' } = heading ?? {};
      if (heading !== undefined) begin({ kind: 'page', href: placeHref(site, '', page, id), title });
    } else if (!begun.has(operation)) {
      // At the heading that a writer put above an operation, or at its own.
      begin(operationRecord(operation, hrefOf(operation, placed.anchor), hasParameters));
      begun.add(operation);
    }
    if (placement.kind === 'operation' && hasParameters && placed?.page === page)
      records.push(...parameterRecords(placement.operation, (anchor) => hrefOf(placement.operation, anchor)));
  }
  close();
  return records;
}

/** The same words of a parameter a second time only make the data bigger. */
function withoutRepeatedTexts(records: readonly SearchRecord[]): SearchRecord[] {
  const said = new Set<string>();
  return records.map((record) => {
    if (record.kind !== 'parameter') return record;
    const key = `${record.title} ${record.text}`;
    const { text: _text, ...withoutText } = record;
    if (said.has(key)) return withoutText;
    said.add(key);
    return record;
  });
}

/** Parameters, and the properties of a body, with the values that they allow. */
function parameterRecords(operation: Operation, hrefOf: (anchor: string) => string): SearchRecord[] {
  const id = idOf(operation.operationId);
  const path = operationTitle(operation);
  const recordOf = (name: string, anchor: string, schema: SchemaNode, description = schema.description) => {
    const values = flattenSchema(schema).enum?.map(valueText) ?? [];
    const text = [values.join(' '), plain(description, maximumDescription)].filter(Boolean).join(' ');
    return {
      kind: 'parameter' as const,
      href: hrefOf(anchor),
      title: name,
      path,
      ...optionalText(text),
    };
  };
  const body = operation.requestBody?.contents[0]?.schema;
  return [
    ...operation.parameters.map(({ name, schema, description }) =>
      recordOf(name, idOf(id, 'parameter', name), schema, description),
    ),
    ...[...(body === undefined ? [] : flattenSchema(body).properties)].map(([name, schema]) =>
      recordOf(name, `${id}-body`, schema),
    ),
  ];
}

function optionalText(text: string): { text: string } | Record<never, never> {
  return text === '' ? {} : { text };
}

function operationRecord(operation: Operation, href: string, hasParameters: boolean): SearchRecord {
  const names = hasParameters ? '' : operation.parameters.map((parameter) => parameter.name).join(' ');
  const text = [plain(operation.description, maximumDescription), names, operation.operationId]
    .filter(Boolean)
    .join(' ');
  return {
    kind: 'operation',
    href,
    title: operationTitle(operation),
    path: `${operation.method.toUpperCase()} ${operation.path}`,
    ...optionalText(text),
  };
}

/** Error codes lead to their row of the errors table, if a page has one. */
function errorRecords(
  site: Site,
  operations: readonly Operation[],
  errorCodes: readonly ErrorCode[],
): SearchRecord[] {
  const page = holderOf(site, 'errors');
  if (page === undefined) return [];
  const links = {
    operation: () => undefined,
    security: () => undefined,
    headers: () => undefined,
    assumption: () => undefined,
    schema: () => ({ label: '', href: '' }),
  };
  return errorsTable(operations, errorCodes, links).rows.flatMap((row) => [
    {
      kind: 'error' as const,
      href: placeHref(site, '', page, row.id),
      title: `${row.status} ${row.phrase}`.trim(),
      ...optionalText(short(textOfHtml(row.meaningHtml), maximumDescription)),
    },
    ...row.codes.map((code) => ({
      kind: 'error' as const,
      href: placeHref(site, '', page, code.id),
      title: code.code,
      ...optionalText(short(textOfHtml(code.meaningHtml), maximumDescription)),
    })),
  ]);
}

/** A script, not JSON, so that a page opened as a file can load it too. */
export function searchData(records: readonly SearchRecord[]): string {
  return `globalThis.kitSearchData=${JSON.stringify(records)};\n`;
}
