import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { addressOf } from '../../../openapi/model/read/read-servers.ts';
import { renderText } from '../markdown/document-text.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { codeText } from '../markdown/markdown-of-html.ts';
import { withScrollingTables } from '../markdown/scrolling-tables.ts';
import type { Placement } from '../outline/outline.ts';
import { aboutView } from '../views/about-view.ts';
import { assumptionViews } from '../views/assumptions.ts';
import { errorCodesOf } from '../views/error-codes.ts';
import { errorsTable } from '../views/errors-table.ts';
import { liveSearchHtml } from '../views/live-search-html.ts';
import { incomingView, type OperationViewOptions, operationView } from '../views/operation-view.ts';
import { idOf } from '../views/parameter-groups.ts';
import { plansTable } from '../views/plan-views.ts';
import { sharedHeaders, sharedHeaderViews } from '../views/response-headers.ts';
import { sampleRequestOf } from '../views/sample-request-of.ts';
import { sampleViews, withKeyPlaces } from '../views/samples.ts';
import type { SchemaRowOptions } from '../views/schema-row.ts';
import { schemaView } from '../views/schema-view.ts';
import { securitySchemeViews } from '../views/security-views.ts';
import type { ContentBlock, HeadingView, ServerView } from '../views/views.ts';
import { markdownPath } from './page-frame.ts';

export interface ContentOptions extends OperationViewOptions {
  /** What stands in a writer's code where the reader's key belongs. */
  readonly keyPlaceholder: string | undefined;
  readonly model: ApiModel | undefined;
  /** The page that an operation has to itself; undefined on that page. */
  operationPageHref(operation: Operation): string | undefined;
  /** Whether pages lie there as Markdown, too. */
  readonly hasMarkdown: boolean;
  /** How many levels headings move up: 1 on the page of one operation, whose h2 is the title. */
  readonly headingShift: number;
}

function serverViews(model: ApiModel): ServerView[] {
  return model.servers.map((server) => ({
    url: server.url,
    descriptionHtml: renderText(server.description),
    variables: [...server.variables].map(([name, variable]) => ({
      name,
      default: variable.default,
      enumValues: variable.enum ?? [],
      descriptionHtml: renderText(variable.description),
    })),
  }));
}

function shifted(heading: HeadingView, by: number): HeadingView {
  return { ...heading, level: Math.max(1, heading.level - by) as HeadingView['level'] };
}

/** One placement as a page shows it. */
export function contentBlock(placement: Placement, options: ContentOptions): ContentBlock {
  const { model, words, links } = options;
  const rowOptions = (title: string): SchemaRowOptions => ({
    words,
    links,
    purpose: 'both',
    maximumRows: options.maximumRows,
    title,
    said: undefined,
    place: '',
  });
  switch (placement.kind) {
    case 'html':
      return {
        kind: 'html',
        html: withScrollingTables(withKeyPlaces(placement.html, options.keyPlaceholder)),
        markdown: placement.markdown,
      };
    case 'heading':
      return { kind: 'heading', heading: shifted(placement.heading, options.headingShift) };
    case 'operation': {
      const { operation, heading, isIncoming } = placement;
      const pageHref = options.operationPageHref(operation);
      const view = (isIncoming ? incomingView : operationView)(
        operation,
        {
          heading: heading === undefined ? undefined : shifted(heading, options.headingShift),
          idPrefix: idOf(operation.operationId),
          pageHref,
          markdownHref: options.hasMarkdown ? pageHref && markdownPath(pageHref) : undefined,
        },
        options,
      );
      return { kind: 'operation', operation: view };
    }
    case 'sample':
      return { kind: 'html', ...sampleHtml(placement.operation, placement.languages, options) };
    case 'live':
      return { kind: 'html', html: liveSearchHtml(placement.live, options), markdown: '' };
    case 'plans':
      if (model?.plans === undefined) return nothing;
      return { kind: 'plans', plans: plansTable(model.plans, words) };
    case 'errors':
      return {
        kind: 'errors',
        errors: errorsTable(model?.operations ?? [], errorCodesOf(model?.schemas.values() ?? []), links),
      };
    case 'assumptions':
      return { kind: 'assumptions', assumptions: model === undefined ? [] : assumptionViews(model) };
    case 'about':
      return model === undefined ? nothing : { kind: 'about', about: aboutView(model, words) };
    case 'servers':
      return { kind: 'servers', servers: model === undefined ? [] : serverViews(model) };
    case 'security':
      return { kind: 'security', schemes: securitySchemeViews(model?.securitySchemes.values() ?? [], words) };
    case 'headers':
      return {
        kind: 'headers',
        groups: sharedHeaderViews(model === undefined ? [] : sharedHeaders(model), rowOptions('')),
      };
    case 'schema': {
      const { name } = placement;
      const node = model?.schemas.get(name);
      if (model === undefined || node === undefined) return nothing;
      return {
        kind: 'schema',
        schema: schemaView({ name, node, heading: undefined }, model, rowOptions(name)),
      };
    }
  }
}

/** Samples as Slate's code blocks: one a tab, in the place of the directive. */
function sampleHtml(
  operation: Operation,
  wanted: readonly string[],
  options: ContentOptions,
): { html: string; markdown: string } {
  const serverUrl = addressOf(operation.servers[0]);
  const languages = options.languages.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  const request = sampleRequestOf(operation, serverUrl);
  const samples = sampleViews(operation, request, languages);
  const data = (emitter: string | undefined) =>
    emitter === undefined ? '' : ` data-sample="${emitter}" data-request="${escapeHtml(jsonText(request))}"`;
  const blocks = samples.map(
    ({ language, lexer, emitter, codeHtml }) =>
      `<div class="highlight"><pre class="highlight ${lexer} tab-${language}"${data(emitter)}><code>${codeHtml}</code></pre></div>\n`,
  );
  const [first] = samples;
  const markdown = first === undefined ? '' : `\`\`\`${first.lexer}\n${codeText(first.codeHtml)}\n\`\`\``;
  return { html: blocks.join(''), markdown };
}

const nothing: ContentBlock = { kind: 'html', html: '', markdown: '' };
