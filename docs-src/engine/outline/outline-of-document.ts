import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { introductionMarkdown } from '../markdown/document-text.ts';
import { readElements } from '../markdown/page-elements.ts';
import type { EngineWords } from '../words/words.ts';
import { headersSection, tagIntroduction } from './add-unmentioned.ts';
import { headingOf, operationPlacement, type Placement } from './outline.ts';
import { untaggedSections } from './untagged-sections.ts';

/**
 * The page of a document that nobody wrote Markdown for: its description (whose headings lead the menu, as in other
 * tools), how to authenticate, a section per tag, webhooks, headers of
 * replies, errors.
 */
export function outlineOfDocument(
  model: ApiModel,
  words: EngineWords,
  nextId: (html: string, level: number) => string,
): Placement[] {
  const section = (title: string): Placement => ({
    kind: 'heading',
    heading: headingOf(title, 1, nextId),
    operation: undefined,
  });
  const untagged = model.operations.filter((operation) => operation.tags.length === 0);
  const hasErrors = model.operations.some((operation) =>
    operation.responses.some(({ status }) => /^[45]/.test(status)),
  );
  const shownServers = model.servers.filter((server) => server.url !== '/');
  return [
    ...introduction(model, nextId, section(model.info.title)),
    ...(shownServers.length > 0 ? [subsection(words.servers, nextId), { kind: 'servers' as const }] : []),
    ...(model.securitySchemes.size > 0 ? [section(words.authentication), { kind: 'security' as const }] : []),
    ...(model.plans === undefined ? [] : [subsection(words.usagePlans, nextId), { kind: 'plans' as const }]),
    ...model.tags.flatMap((tag) => {
      const operations = model.operations.filter((operation) => operation.tags[0] === tag.name);
      if (operations.length === 0) return [];
      return [
        ...tagIntroduction(model, tag.name, words, nextId),
        ...operations.map((operation) => operationPlacement(operation, nextId)),
      ];
    }),
    ...[...untaggedSections(untagged, words.operations)].flatMap(([title, operations]) => [
      section(title),
      ...operations.map((operation) => operationPlacement(operation, nextId)),
    ]),
    ...(model.webhooks.length === 0 ? [] : [section(words.webhooks)]),
    ...model.webhooks.map((webhook) => operationPlacement(webhook, nextId, true)),
    ...headersSection(model, words, nextId),
    ...(hasErrors ? [section(words.errors), { kind: 'errors' as const }] : []),
  ];
}

function subsection(title: string, nextId: (html: string, level: number) => string): Placement {
  return { kind: 'heading', heading: headingOf(title, 2, nextId), operation: undefined };
}

/** `info.description`; its own headings stand in the menu, and it needs no title if it starts with one. */
function introduction(
  model: ApiModel,
  nextId: (html: string, level: number) => string,
  title: Placement,
): Placement[] {
  const text = model.info.description ?? model.info.summary ?? '';
  const elements = readElements(
    introductionMarkdown,
    { file: 'info.description', firstLine: 1, text },
    nextId,
  );
  const placements = elements.flatMap((element): Placement[] => {
    if (element.kind === 'html') return [{ kind: 'html', html: element.html, markdown: element.markdown }];
    if (element.kind === 'directive') return [];
    const { level, id, titleHtml, title: text } = element;
    return [
      { kind: 'heading', heading: { level, id, anchors: [], title: text, titleHtml }, operation: undefined },
    ];
  });
  const [first] = placements;
  return first?.kind === 'heading' && first.heading.level === 1 ? placements : [title, ...placements];
}
