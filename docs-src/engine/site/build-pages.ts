import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { sampleLanguages } from '../code-samples/index.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { createHeadingIds } from '../markdown/heading-ids.ts';
import { readElements, textOfHtml } from '../markdown/page-elements.ts';
import { createSlateMarkdown } from '../markdown/slate-markdown.ts';
import { operationTitle } from '../operation-view/operation-view.ts';
import { createSaidOnce } from '../said-once.ts';
import { schemaRow } from '../schema-view/schema-row.ts';
import { findFenceFaults } from '../source/fence-faults.ts';
import { defaultSettings } from '../source/front-matter.ts';
import { createInlineStyles, type InlineStyles } from '../source/inline-styles.ts';
import { findScriptFaults } from '../source/script-faults.ts';
import { SourceError } from '../source/source-fault.ts';
import type { ContentBlock, HeadingView, LanguageView, LinkView, PageView, SiteView } from '../views.ts';
import { type EngineWords, wordsOf } from '../words/words.ts';
import { type ContentOptions, contentBlock, serverViews } from './content-blocks.ts';
import { menuOf } from './menu.ts';
import { createOutline, headingOf, type OperationPlacement, type Placement } from './outline.ts';
import { outlineOfDocument } from './outline-of-document.ts';
import { contentSecurityPolicy, type PageContent, type PageFrame, pageView } from './page-frame.ts';
import type { SiteInput } from './site-input.ts';
import { createSitePlan, type SchemaPage, type SitePlan } from './site-plan.ts';

/** Rows of one schema tree: few on the page that shows all operations, more where one operation has the page. */
const rowsOfWholePage = 60;
const rowsOfOperationPage = 120;
const rowsOfSchemaPage = 250;

/** Path of the stylesheet with the writer's own styles. */
export const writersStyles = 'page-styles.css';

/** A site as views, with what files beside the pages are made from. */
export interface SitePages {
  readonly site: SiteView;
  readonly words: EngineWords;
  readonly placements: readonly Placement[];
  readonly plan: SitePlan;
  /** Styles that the writer's raw HTML brought: page-styles.css; empty without any. */
  readonly stylesheet: string;
  /** Made one after the other, so that pages of a big document need not be in memory together. */
  pages(): Generator<PageView>;
}

function allPlacements(input: SiteInput, words: EngineWords, styles: InlineStyles): Placement[] {
  const { model, source } = input;
  const nextId = createHeadingIds(input.headingIds);
  if (source === undefined) return model === undefined ? [] : outlineOfDocument(model, words, nextId);
  const markdown = createSlateMarkdown({ locale: words.locale });
  const texts = source.texts.map((text) =>
    readElements(markdown, text, nextId).map((element) =>
      element.kind === 'html' ? { ...element, html: styles.extract(element.html) } : element,
    ),
  );
  for (const fault of [
    ...source.faults,
    ...source.texts.flatMap((text) => [...findFenceFaults(markdown, text), ...findScriptFaults(text)]),
  ])
    input.onFault(fault);
  if (model === undefined) return placementsOfSlate(texts);
  const { placements, faults } = createOutline(texts, model, nextId);
  if (faults.length > 0) throw new SourceError(faults);
  return placements;
}

/** Without a document a directive is what Slate takes it for: a comment. */
function placementsOfSlate(
  texts: readonly (readonly ReturnType<typeof readElements>[number][])[],
): Placement[] {
  return texts.flat().flatMap((element): Placement[] => {
    if (element.kind === 'html') return [{ kind: 'html', html: element.html, markdown: element.markdown }];
    if (element.kind === 'directive') return [];
    const { level, id, title, titleHtml } = element;
    return [{ kind: 'heading', heading: { level, id, anchors: [], title, titleHtml }, operation: undefined }];
  });
}

function siteLanguages(input: SiteInput): readonly LanguageView[] {
  if (input.source !== undefined) return input.source.settings.languages;
  return sampleLanguages.map(({ id, label }) => ({ id, label }));
}

function imageOrigins(placements: readonly Placement[]): string[] {
  const html = placements.map((placement) => (placement.kind === 'html' ? placement.html : '')).join('\n');
  const sources = [...html.matchAll(/<img\b[^>]*?\ssrc\s*=\s*["']?(https?:\/\/[^/"'\s>]+)/gi)];
  return [...new Set(sources.map((match) => match[1] ?? ''))];
}

function firstSentence(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= 160 ? flat : `${flat.slice(0, 157).replace(/\s+\S*$/, '')}…`;
}

function siteDescription(input: SiteInput, placements: readonly Placement[]): string {
  const { info } = input.model ?? {};
  const firstHtml = placements.find((placement) => placement.kind === 'html');
  const prose = firstHtml?.kind === 'html' ? textOfHtml(firstHtml.html.split('</p>')[0] ?? '') : '';
  return firstSentence(input.source?.settings.description ?? info?.summary ?? prose);
}

function keyPlaceholder(model: ApiModel | undefined): string | undefined {
  const schemes = [...(model?.securitySchemes.values() ?? [])].filter(
    (scheme) => scheme.type !== 'mutualTLS',
  );
  return schemes.length === 0
    ? undefined
    : (schemes.find((scheme) => scheme.placeholder)?.placeholder ?? 'YOUR-API-KEY');
}

/** Makes every page's values: the one-page version, a page per operation, a page per schema that a tree stopped at, 404. */
export function buildPages(
  input: SiteInput,
  downloadsOf: (words: EngineWords) => readonly LinkView[],
): SitePages {
  const { model, theme } = input;
  const settings = input.source?.settings ?? { ...defaultSettings, search: true, codeClipboard: true };
  const words = wordsOf(settings.locale ?? input.locale ?? 'en');
  const styles = createInlineStyles();
  const placements = allPlacements(input, words, styles);
  const plan = createSitePlan(placements, model, words, input.isOnePage);
  const site: SiteView = {
    title: input.source === undefined ? (model?.info.title ?? settings.title) : settings.title,
    locale: words.locale,
    direction: 'ltr',
    languages: siteLanguages(input),
    hasSearch: settings.search,
    hasCopyButtons: settings.codeClipboard,
    tocFootersHtml: settings.tocFooters,
    meta: settings.meta.map((attributes) =>
      Object.entries(attributes).map(([name, value]) => ({ name, value })),
    ),
    words: theme.words(words.locale),
    version: model?.info.version,
    servers: model === undefined ? [] : serverViews(model),
    keyPlaceholder: keyPlaceholder(model),
  };
  const stylesheet = styles.stylesheet();
  const frame: PageFrame = {
    site,
    styles: [...theme.styles, ...(stylesheet === '' ? [] : [writersStyles])],
    scripts: theme.scripts,
    baseUrl: input.baseUrl,
    contentSecurityPolicy: contentSecurityPolicy(input.tryItServers, imageOrigins(placements)),
    logo: input.logo,
    favicon: input.favicon,
    searchDataPath: settings.search ? 'search-data.js' : undefined,
    downloads: downloadsOf(words),
  };
  const description = siteDescription(input, placements);

  const contentOptions = (path: string, maximumRows: number): ContentOptions => ({
    model,
    words,
    links: plan.links(path),
    languages: site.languages,
    plans: model?.plans,
    tryItServers: input.tryItServers,
    maximumRows,
    said: createSaidOnce(),
    operationPageHref: (operation) =>
      plan.isOnePage ? undefined : plan.root(path) + plan.operationPath(operation),
    headingShift: 0,
  });
  const menu = (path: string, currentOperationId: string | undefined) => {
    const isOnPage = path === plan.wholePath;
    return menuOf(placements, {
      hrefOf: (id, operationId) => plan.headingHref(path, id, operationId),
      isOnPage: isOnPage || path === 'index.html',
      currentOperationId,
      isShort: plan.hasOverview && !isOnPage,
    });
  };
  const finish = (content: PageContent) => pageView(content, frame, plan.root(content.path));

  function* pages(): Generator<PageView> {
    if (plan.hasOverview) yield finish(overviewPage());
    yield finish(wholePage());
    if (plan.isOnePage) return;
    const operations = placements.filter((placement) => placement.kind === 'operation');
    for (const [index, placement] of operations.entries()) {
      yield finish(operationPage(placement, operations[index - 1], operations[index + 1]));
    }
    // The list grows while these pages are made: their own trees may stop too.
    for (let index = 0; index < plan.schemaPages.length; index += 1) yield finish(schemaPage(index));
    const missing: PageContent = {
      kind: 'not-found',
      path: '404.html',
      title: `404 – ${site.title}`,
      description: '',
      menu: menu('404.html', undefined).map((entry) => ({ ...entry, ...atRoot(entry) })),
      blocks: [],
      markdownPath: undefined,
    };
    yield pageView(missing, frame, sitePath);
  }
  const sitePath = input.baseUrl === undefined ? '/' : new URL(input.baseUrl).pathname;
  const atRoot = (entry: PageView['menu'][number]): PageView['menu'][number] => ({
    ...entry,
    href: sitePath + entry.href,
    children: entry.children.map(atRoot),
  });

  const wholePage = (): PageContent => {
    const path = plan.wholePath;
    const options = contentOptions(path, rowsOfWholePage);
    return {
      kind: 'whole',
      path,
      title: site.title,
      description,
      menu: menu(path, undefined),
      blocks: [
        ...placements.map((placement) => contentBlock(placement, options)),
        ...(plan.isOnePage ? schemaSections(path) : []),
      ],
      markdownPath: path.replace(/\.html$/, '.md'),
    };
  };

  const overviewPage = (): PageContent => {
    const path = 'index.html';
    return {
      kind: 'overview',
      path,
      title: site.title,
      description,
      menu: menu(path, undefined),
      blocks: overviewBlocks(placements, contentOptions(path, rowsOfWholePage), plan),
      markdownPath: 'index.md',
    };
  };

  const operationPage = (
    placement: OperationPlacement,
    before: OperationPlacement | undefined,
    after: OperationPlacement | undefined,
  ): PageContent => {
    const { operation } = placement;
    const path = plan.operationPath(operation);
    const options: ContentOptions = {
      ...contentOptions(path, rowsOfOperationPage),
      operationPageHref: () => undefined,
      headingShift: 1,
    };
    const section = sectionOf(placements, placement);
    const blocks = section.map((part) => elsewhere(contentBlock(part, options), plan, path));
    const title = titleOf(section, operation);
    const neighbour = (other: OperationPlacement | undefined): LinkView | undefined =>
      other === undefined
        ? undefined
        : {
            label: operationTitle(other.operation),
            href: plan.root(path) + plan.operationPath(other.operation),
          };
    const text = textOfHtml(
      blocks
        .flatMap((block) => (block.kind === 'operation' ? [block.operation.descriptionHtml] : []))
        .join(' '),
    );
    return {
      kind: 'operation',
      path,
      title: `${title} – ${site.title}`,
      description: firstSentence(text || `${operation.method.toUpperCase()} ${operation.path}`),
      menu: menu(path, operation.operationId),
      blocks,
      markdownPath: path.replace(/\.html$/, '.md'),
      previous: neighbour(before),
      next: neighbour(after),
    };
  };

  const schemaBlock = ({ node, title }: SchemaPage, path: string, heading: HeadingView): ContentBlock => {
    const row = schemaRow(
      { name: undefined, node, isRequired: false },
      {
        words,
        links: plan.links(path),
        purpose: 'both',
        maximumRows: rowsOfSchemaPage,
        title,
        said: undefined,
        place: '',
      },
    );
    return { kind: 'schema', schema: { name: title, heading, row, example: undefined } };
  };

  /** All schemas that trees of the page stop at; their own trees may stop too, so the list grows. */
  const schemaSections = (path: string): ContentBlock[] => {
    const blocks: ContentBlock[] = [];
    for (let index = 0; index < plan.schemaPages.length; index += 1) {
      const page = plan.schemaPages[index] as SchemaPage;
      const { title, anchor: id } = page;
      blocks.push(
        schemaBlock(page, path, { level: 2, id, anchors: [], title, titleHtml: escapeHtml(title) }),
      );
    }
    if (blocks.length === 0) return [];
    const title = words.schemas;
    return [
      {
        kind: 'heading',
        heading: { level: 1, id: 'schemas', anchors: [], title, titleHtml: escapeHtml(title) },
      },
      ...blocks,
    ];
  };

  const schemaPage = (index: number): PageContent => {
    const page = plan.schemaPages[index] as SchemaPage;
    const { title, path } = page;
    const block = schemaBlock(page, path, headingOf(title, 1, createHeadingIds('counted')));
    const text = block.kind === 'schema' ? textOfHtml(block.schema.row.descriptionHtml) : '';
    return {
      kind: 'schema',
      path,
      title: `${title} – ${site.title}`,
      description: firstSentence(text || title),
      menu: menu(path, undefined),
      blocks: [block],
      markdownPath: path.replace(/\.html$/, '.md'),
    };
  };

  return { site, words, placements, plan, stylesheet, pages };
}

/** An operation with the prose that its writer put around it: from its heading to the next of the same level. */
function sectionOf(placements: readonly Placement[], placement: OperationPlacement): readonly Placement[] {
  if (placement.heading !== undefined) return [placement];
  const at = placements.indexOf(placement);
  const isStart = (candidate: Placement) =>
    (candidate.kind === 'heading' && candidate.heading.level <= 2) ||
    (candidate.kind === 'operation' && candidate.heading !== undefined);
  const start = placements.findLastIndex((candidate, index) => index < at && isStart(candidate));
  const end = placements.findIndex((candidate, index) => index > at && isStart(candidate));
  return placements.slice(Math.max(start, 0), end === -1 ? undefined : end);
}

function titleOf(section: readonly Placement[], operation: Operation): string {
  const [first] = section;
  return first?.kind === 'heading' ? first.heading.title : operationTitle(operation);
}

/** Links of a writer's prose to headings lead to the one-page version from everywhere else. */
function elsewhere(block: ContentBlock, plan: SitePlan, path: string): ContentBlock {
  if (block.kind !== 'html') return block;
  const index = `${plan.root(path)}index.html`;
  const html = block.html
    .replace(/(<a\b[^>]*?\shref=")#/gi, `$1${index}#`)
    .replace(/(<(?:img|a)\b[^>]*?\s(?:src|href)=")(?![a-z]+:|\/|#|\.\.\/)/gi, `$1${plan.root(path)}`);
  return { ...block, html };
}

/** The opening page of a big document: its prose, and under each section a list of operations instead of themselves. */
function overviewBlocks(
  placements: readonly Placement[],
  options: ContentOptions,
  plan: SitePlan,
): ContentBlock[] {
  const blocks: ContentBlock[] = [];
  for (const placement of placements) {
    if (placement.kind !== 'operation') {
      const isOwnHeading = placement.kind === 'heading' && placement.operation !== undefined;
      if (!isOwnHeading) blocks.push(contentBlock(placement, options));
      continue;
    }
    const { operation } = placement;
    const link = {
      operationId: operation.operationId,
      title: operationTitle(operation),
      method: operation.method.toUpperCase(),
      path: operation.path,
      href: plan.operationPath(operation),
      isDeprecated: operation.isDeprecated,
    };
    const last = blocks.at(-1);
    if (last?.kind === 'operation-list')
      blocks[blocks.length - 1] = { ...last, operations: [...last.operations, link] };
    else blocks.push({ kind: 'operation-list', operations: [link] });
  }
  return blocks;
}
