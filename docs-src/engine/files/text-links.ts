import type { ApiModel, DocumentFault, SourceLocation } from '../../../openapi/model/api-model.ts';
import { allOperations, allSchemas } from '../../../openapi/model/schema/all-schemas.ts';
import { localLinksOf } from '../markdown/document-text.ts';
import { withLocalLinks } from '../markdown/text-link.ts';
import type { Site } from '../pages/site.ts';
import { createTextTargets, type TextTarget } from '../pages/text-targets.ts';

/** The links in a document's own texts that lead to places of the site. */
export interface TextLinks {
  /** Those that lead nowhere, and that the site shows as text: each text once. */
  readonly faults: readonly DocumentFault[];
  /** A page with its texts' links led to where they mean. */
  withLinks(html: string, path: string): string;
}

export function createTextLinks(site: Site, documentFile: string): TextLinks {
  const find = createTextTargets(site);
  const targets = new Map<string, TextTarget | undefined>();
  const targetOf = (href: string) => {
    if (!targets.has(href)) targets.set(href, find(href));
    return targets.get(href);
  };
  const { model } = site.input;
  const faults: DocumentFault[] = [];
  const seen = new Set<string>();
  for (const { text, location, field } of model === undefined ? [] : textsOf(model, documentFile)) {
    if (text === undefined || seen.has(text)) continue;
    seen.add(text);
    const pointer = `${location.pointer}/${field ?? 'description'}`;
    for (const href of new Set(localLinksOf(text))) {
      if (targetOf(href) !== undefined) continue;
      const message = `the link to "${href}" stands on the site as text: it leads to no place of the site and to no address of the web`;
      faults.push({ message, location: { file: location.file, pointer }, effect: 'untidy' });
    }
  }
  return { faults, withLinks: (html, path) => withLocalLinks(html, (href) => targetOf(href)?.(path)) };
}

interface DocumentText {
  readonly text: string | undefined;
  readonly location: SourceLocation;
  readonly field?: string;
}

/** Where a document may have Markdown, and where that stands. */
function* textsOf(model: ApiModel, documentFile: string): Generator<DocumentText> {
  yield { text: model.info.description, location: { file: documentFile, pointer: '/info' } };
  for (const [index, tag] of model.tags.entries())
    yield { text: tag.description, location: { file: documentFile, pointer: `/tags/${index}` } };
  for (const operation of allOperations(model)) {
    yield { text: operation.summary, location: operation.source, field: 'summary' };
    const { parameters, requestBody, responses } = operation;
    const parts = [
      operation,
      ...parameters,
      ...(requestBody === undefined ? [] : [requestBody]),
      ...responses,
    ];
    for (const { description, source } of [...parts, ...responses.flatMap(({ headers }) => headers)])
      yield { text: description, location: source };
  }
  for (const schema of allSchemas(model)) yield { text: schema.description, location: schema.source };
}
