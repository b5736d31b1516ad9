import type { Operation } from '../../../openapi/model/api-model.ts';
import { renderText } from '../markdown/document-text.ts';
import { textOfHtml } from '../markdown/page-elements.ts';
import type { ErrorCode } from '../operation-view/error-codes.ts';
import { errorsTable } from '../operation-view/errors-table.ts';
import { operationTitle } from '../operation-view/operation-view.ts';
import { idOf } from '../operation-view/parameter-groups.ts';
import { flattenSchema } from '../schema-view/flat-schema.ts';
import { valueText } from '../schema-view/schema-texts.ts';
import type { Placement } from './outline.ts';
import type { SitePlan } from './site-plan.ts';

/** One thing that can be found. */
export interface SearchRecord {
  /** From the site's root. */
  readonly href: string;
  readonly kind: 'page' | 'operation' | 'parameter' | 'error' | 'schema';
  readonly title: string;
  readonly path?: string;
  readonly text?: string;
}

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

/** What a reader can look for on a site: sections and their prose, operations, parameters with their values, error codes. */
export function searchRecords(
  placements: readonly Placement[],
  plan: SitePlan,
  errorCodes: readonly ErrorCode[],
): SearchRecord[] {
  const operations = placements.flatMap((placement) =>
    placement.kind === 'operation' ? [placement.operation] : [],
  );
  const hasParameters = operations.length <= maximumOperationsWithParameters;
  const page = plan.hasOverview ? 'index.html' : plan.wholePath;
  const pageOf = (operation: Operation, anchor: string) =>
    plan.hasOverview ? `${plan.operationPath(operation)}${anchor}` : `${page}${anchor}`;
  const records: SearchRecord[] = [];
  const seen = new Map<string, SearchRecord>();
  let section: { href: string; title: string; text: string } | undefined;
  const endSection = () => {
    if (section !== undefined)
      records.push({
        kind: 'page',
        href: section.href,
        title: section.title,
        ...optionalText(short(section.text, maximumProse)),
      });
    section = undefined;
  };
  for (const placement of placements) {
    if (placement.kind === 'html' && section !== undefined) section.text += ` ${textOfHtml(placement.html)}`;
    if (placement.kind === 'heading') {
      endSection();
      const { heading, operation } = placement;
      // The heading of an operation is found as the operation.
      if (operation === undefined)
        section = { href: `${page}#${heading.id}`, title: heading.title, text: '' };
    }
    if (placement.kind !== 'operation') continue;
    endSection();
    const { operation } = placement;
    records.push(
      operationRecord(operation, pageOf(operation, `#${anchorOf(placement, placements)}`), hasParameters),
    );
    if (!hasParameters) continue;
    for (const parameter of operation.parameters) {
      const values = flattenSchema(parameter.schema).enum?.map(valueText) ?? [];
      const text = [values.join(' '), plain(parameter.description, maximumDescription)]
        .filter(Boolean)
        .join(' ');
      const record: SearchRecord = {
        kind: 'parameter',
        href: pageOf(operation, `#${idOf(idOf(operation.operationId), 'parameter', parameter.name)}`),
        title: parameter.name,
        path: operationTitle(operation),
        ...optionalText(text),
      };
      // The same words a second time only make the data bigger.
      const key = `${parameter.name} ${text}`;
      const earlier = seen.get(key);
      const { text: _text, ...withoutText } = record;
      records.push(earlier === undefined ? record : withoutText);
      seen.set(key, record);
    }
  }
  endSection();
  return [...records, ...errorRecords(placements, operations, errorCodes)];
}

function optionalText(text: string): { text: string } | Record<never, never> {
  return text === '' ? {} : { text };
}

function anchorOf(placement: Placement & { kind: 'operation' }, placements: readonly Placement[]): string {
  if (placement.heading !== undefined) return placement.heading.id;
  const above = placements
    .slice(0, placements.indexOf(placement))
    .findLast((other) => other.kind === 'heading');
  return above?.kind === 'heading' ? above.heading.id : '';
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
  placements: readonly Placement[],
  operations: readonly Operation[],
  errorCodes: readonly ErrorCode[],
): SearchRecord[] {
  if (!placements.some((placement) => placement.kind === 'errors')) return [];
  const links = {
    operation: () => undefined,
    security: () => undefined,
    schema: () => ({ label: '', href: '' }),
  };
  return errorsTable(operations, errorCodes, links).rows.flatMap((row) => [
    {
      kind: 'error' as const,
      href: `index.html#${row.id}`,
      title: `${row.status} ${row.phrase}`.trim(),
      ...optionalText(short(textOfHtml(row.meaningHtml), maximumDescription)),
    },
    ...row.codes.map((code) => ({
      kind: 'error' as const,
      href: `index.html#${code.id}`,
      title: code.code,
      ...optionalText(short(textOfHtml(code.meaningHtml), maximumDescription)),
    })),
  ]);
}

/** A script, not JSON, so that a page opened as a file can load it too. */
export function searchData(records: readonly SearchRecord[]): string {
  return `globalThis.kitSearchData=${JSON.stringify(records)};\n`;
}
