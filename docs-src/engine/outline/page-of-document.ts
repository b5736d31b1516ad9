import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { introductionMarkdown, renderInlineText } from '../markdown/document-text.ts';
import type { NextId } from '../markdown/heading-ids.ts';
import { type PageElement, readElements } from '../markdown/page-elements.ts';
import { aboutView } from '../views/about-view.ts';
import type { EngineWords } from '../words/words.ts';
import { directive, documentSections, generatedHeading, sectionElements } from './document-sections.ts';

/**
 * The page of a document that nobody wrote Markdown for, in the elements that a writer's page has: its description (whose
 * headings lead the menu, as in other tools), how to authenticate, the document's sections, errors. Headings get their ids
 * as the page is gone through, so that those which operations bring count in their place.
 */
export function* pageOfDocument(model: ApiModel, words: EngineWords, nextId: NextId): Generator<PageElement> {
  const heading = (title: string, level: 1 | 2 = 1) => generatedHeading(title, level, nextId);
  yield* introduction(model, words, nextId);
  if (model.servers.some((server) => server.url !== '/'))
    yield* [heading(words.servers, 2), directive('servers')];
  if (model.securitySchemes.size > 0) yield* [heading(words.authentication), directive('security')];
  if (model.plans !== undefined) yield* [heading(words.usagePlans, 2), directive('plans')];
  for (const section of documentSections(model, words)) yield* sectionElements(section, nextId);
  const statuses = model.operations.flatMap(({ responses }) => responses.map(({ status }) => status));
  if (statuses.some((status) => /^[45]/.test(status))) yield* [heading(words.errors), directive('errors')];
}

/** `info`: its description's headings stand in the menu, and it needs no title if it starts with one. */
function* introduction(model: ApiModel, words: EngineWords, nextId: NextId): Generator<PageElement> {
  const { info } = model;
  const title = generatedHeading(info.title, 1, nextId);
  const source = { file: 'info.description', firstLine: 1, text: info.description ?? '' };
  const [first, ...others] = readElements(introductionMarkdown, source, nextId);
  const hasTitle = first?.kind === 'heading' && first.level === 1;
  yield hasTitle ? first : title;
  const { summary = '' } = info;
  if (summary.trim() !== '')
    yield { kind: 'html', html: `<p>${renderInlineText(summary)}</p>`, markdown: summary, line: 1 };
  if (aboutView(model, words).facts.length > 0) yield directive('about');
  yield* hasTitle || first === undefined ? others : [first, ...others];
}
