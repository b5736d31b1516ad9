import type { ApiModel, ExternalDocs, Operation, Tag } from '../../../openapi/model/api-model.ts';
import { grouped } from '../../../openapi/model/grouped.ts';
import { renderText } from '../markdown/document-text.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { NextId } from '../markdown/heading-ids.ts';
import { markdownLine } from '../markdown/markdown-of-html.ts';
import type { PageDirective, PageElement, PageHeading } from '../markdown/page-elements.ts';
import { assumptionsOf } from '../views/assumptions.ts';
import { externalDocsHtml } from '../views/external-docs.ts';
import { sharedHeaders } from '../views/response-headers.ts';
import type { EngineWords } from '../words/words.ts';
import { groupedTags, operationsByTag, tagTitle } from './tag-groups.ts';

/** A part of a page that nobody needs to write: an h1, a text, and directives for what the document has. */
export interface DocumentSection {
  readonly title: string;
  /** The group of the menu that the section is in (`x-tagGroups`). */
  readonly group: string | undefined;
  readonly description: string | undefined;
  readonly externalDocs: ExternalDocs | undefined;
  readonly directives: readonly PageDirective[];
}

/** So many operations are still one section that a reader can look over. */
const operationsOfOneSection = 40;
const untold = { description: undefined, externalDocs: undefined };
/** Elements of no file: their directives name what is there, so that none can be a fault. */
const nowhere = { file: '', line: 1 };

/**
 * What a site shows of any document, whether a page mentions it or not: operations by tag, those without a tag, webhooks,
 * the headers that many replies send, what the document assumes.
 */
export function documentSections(model: ApiModel, words: EngineWords): DocumentSection[] {
  const byTag = operationsByTag(model);
  const section = (
    title: string,
    directives: readonly PageDirective[],
    { description, externalDocs }: Pick<Tag, 'description' | 'externalDocs'> = untold,
    group?: string,
  ) => ({ title, group, description, externalDocs, directives });
  const sections = [
    ...groupedTags(model).map(({ tag, group }) => {
      const operations = byTag.get(tag.name) ?? [];
      return section(tagTitle(tag), operations.map(operationDirective), tag, group);
    }),
    ...[...byResource(byTag.get(undefined) ?? [], words.operations)].map(([title, operations]) =>
      section(title, operations.map(operationDirective)),
    ),
    section(
      words.webhooks,
      model.webhooks.map(({ operationId }) => directive('webhook', operationId)),
    ),
    section(words.responseHeaders, sharedHeaders(model).length === 0 ? [] : [directive('headers')]),
    ...(assumptionsOf(model).size === 0
      ? []
      : [
          section(words.assumptions, [directive('assumptions')], {
            description: words.assumptionsText,
            externalDocs: undefined,
          }),
        ]),
  ];
  // A tag without operations may be there for its text.
  return sections.filter(({ directives, description }) => directives.length > 0 || description?.trim());
}

/** A section as a writer would have put it on a page. */
export function* sectionElements(section: DocumentSection, nextId: NextId): Generator<PageElement> {
  yield { ...generatedHeading(section.title, 1, nextId), group: section.group };
  const { description, externalDocs } = section;
  const docs = externalDocsHtml(externalDocs);
  const html = renderText(description) + (docs === '' ? '' : `<p>${docs}</p>`);
  const markdown = [description?.trim() ?? '', markdownLine(docs)].filter(Boolean).join('\n\n');
  if (html !== '') yield { kind: 'html', html, markdown, line: nowhere.line };
  yield* section.directives;
}

export function generatedHeading(title: string, level: PageHeading['level'], nextId: NextId): PageHeading {
  const titleHtml = escapeHtml(title);
  return { kind: 'heading', level, id: nextId(titleHtml, level), titleHtml, title, ...nowhere };
}

export function directive(name: string, argument = ''): PageDirective {
  return { kind: 'directive', name, argument, ...nowhere };
}

function operationDirective({ operationId }: Operation): PageDirective {
  return directive('operation', operationId);
}

/**
 * Operations without a tag by the title of their section: one for all, or where they are many one for each resource that
 * their paths begin with, as in Stripe's document, which has hundreds of operations and no tag.
 */
function byResource(
  operations: readonly Operation[],
  fallback: string,
): ReadonlyMap<string, readonly Operation[]> {
  return grouped(
    operations.map((operation) => {
      const resource = operations.length > operationsOfOneSection ? resourceOf(operation.path) : undefined;
      return [resource === undefined ? fallback : titleOf(resource), operation] as const;
    }),
  );
}

/** The first segment of a path that names something: neither a version nor a variable. */
function resourceOf(path: string): string | undefined {
  return path
    .split('/')
    .find((segment) => segment !== '' && !segment.includes('{') && !/^(?:api|v\d[\w.]*)$/i.test(segment));
}

function titleOf(resource: string): string {
  const words = resource.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
