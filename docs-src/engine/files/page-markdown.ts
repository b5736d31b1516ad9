import { codeText, markdownLine } from '../markdown/markdown-of-html.ts';
import type {
  ContentBlock,
  ContentView,
  ErrorsTableView,
  OperationView,
  PageView,
  PlansTableView,
  ReplyHeadView,
  SecuritySchemeView,
  ServerView,
} from '../views/views.ts';
import type { EngineWords } from '../words/words.ts';
import { assumedText, linkText, rowLines } from './row-markdown.ts';

/** Between two parts of a text: an empty line. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

function fence(code: string, language: string): string {
  const marks = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map((match) => match[0].length + 1)));
  return `${marks}${language}\n${code.trimEnd()}\n${marks}`;
}

function contentParts(content: ContentView, words: EngineWords): string[] {
  return [
    ...(content.schema === undefined
      ? []
      : [rowLines({ ...content.schema, isRequired: false }, 0, words).join('\n')]),
    ...(content.schemaSee === undefined ? [] : [linkText(content.schemaSee)]),
    ...content.examples.flatMap((example) =>
      example.codeHtml === '' ? [] : [fence(codeText(example.codeHtml), example.language)],
    ),
  ];
}

function headerLines({ headers, headersSee }: ReplyHeadView, words: EngineWords): string[] {
  const named = headersSee.map(({ label }) => label);
  const known = named.length === 0 ? [] : [`- ${words.markdown.headers}: ${named.join(', ')}`];
  return [...known, ...headers.flatMap((row) => rowLines(row, 0, words))];
}

type Title = (text: string) => string;

function requestParts(
  { parameterGroups, requestBody }: Pick<OperationView, 'parameterGroups' | 'requestBody'>,
  title: Title,
  words: EngineWords,
): string[] {
  const groups = parameterGroups.flatMap((group) => [
    title(group.title),
    group.rows.flatMap((row) => rowLines(row, 0, words)).join('\n'),
  ]);
  if (requestBody === undefined) return groups;
  const contents = requestBody.contents.flatMap((content) => [
    `\`${content.mediaType}\``,
    ...contentParts(content, words),
  ]);
  return [...groups, title(words.markdown.body), ...contents];
}

function replyHeadParts(reply: ReplyHeadView, title: Title, words: EngineWords): string[] {
  return [
    title(`${words.markdown.reply} ${reply.status} ${reply.phrase}`.trim()),
    markdownLine(reply.descriptionHtml),
    headerLines(reply, words).join('\n'),
  ];
}

function operationParts(operation: OperationView, level: number, words: EngineWords): string[] {
  const { markdown } = words;
  const title: Title = (text) => `${'#'.repeat(Math.min(level + 1, 6))} ${text}`;
  const keys = operation.security.alternatives.map((all) => all.map((scheme) => scheme.label).join(' + '));
  const access =
    operation.security.kind === 'none' ? markdown.noKey : `${markdown.key}: ${keys.join(` ${words.or} `)}.`;
  const plans = operation.plans.map((plan) => {
    const limits = [plan.rate, plan.quota].filter(Boolean).join(', ');
    return `- ${plan.name}: ${plan.isIncluded ? limits : '–'}`;
  });
  const [sample] = operation.samples;
  return [
    operation.heading === undefined
      ? ''
      : `${'#'.repeat(operation.heading.level)} ${operation.heading.title}`,
    `\`${operation.method} ${operation.url ?? operation.path}\`${assumedText(operation.assumption, words)}`,
    operation.badges.map(({ name }) => `**${name}**`).join(' '),
    operation.descriptionMarkdown,
    operation.isWebhook ? '' : access,
    plans.join('\n'),
    ...requestParts(operation, title, words),
    ...(operation.relations === undefined
      ? []
      : [
          title(operation.relations.title),
          operation.relations.items
            .map((one) => `- ${one.markdown}${assumedText(one.assumption, words)}`)
            .join('\n'),
        ]),
    ...operation.callbacks.flatMap((callback) => [
      title(`${markdown.callback} ${callback.name}`),
      ...callback.operations.flatMap((item) => [
        `\`${item.method} ${callback.expression}\``,
        markdownLine(item.descriptionHtml),
        ...requestParts(item, (text) => `**${text}**`, words),
        ...item.replies.flatMap((reply) => replyHeadParts(reply, (text) => `**${text}**`, words)),
      ]),
    ]),
    ...(sample === undefined
      ? []
      : [title(markdown.request), fence(codeText(sample.codeHtml), sample.lexer)]),
    ...operation.replies.flatMap((reply) => [
      ...replyHeadParts(reply, (text) => title(text + assumedText(reply.assumption, words)), words),
      ...reply.contents.flatMap((content) => contentParts(content, words)),
    ]),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

function plansMarkdown(plans: PlansTableView, words: EngineWords): string {
  const cells = plans.rows.map((row) => [
    row.unit === undefined ? row.title : `${row.title} (${row.unit})`,
    ...row.cells.map(({ kind, text }) => (kind === 'yes' ? '✓' : kind === 'no' ? '–' : text)),
  ]);
  const demos = plans.demos.map(
    (demo) => `- ${demo.name}: \`${demo.key}\` (${[demo.rate, demo.quota].filter(Boolean).join(', ')})`,
  );
  return paragraphs([table([words.usagePlans, ...plans.plans], cells), demos.join('\n')]);
}

function errorsMarkdown(errors: ErrorsTableView, words: EngineWords): string {
  const rows = errors.rows.flatMap(({ status, phrase, meaningHtml, codes }) => {
    const error = `${status} ${phrase}`.trim();
    if (codes.length === 0) return [[error, '', markdownLine(meaningHtml)]];
    return codes.map(({ code, meaningHtml }) => [error, `\`${code}\``, markdownLine(meaningHtml)]);
  });
  return table([words.errors, 'code', words.markdown.description], rows);
}

function serverLine(server: ServerView): string {
  const variables = server.variables.map((variable) => `\`${variable.name}\` = \`${variable.default}\``);
  return `- \`${server.url}\` ${[markdownLine(server.descriptionHtml), ...variables].filter(Boolean).join('; ')}`.trimEnd();
}

function securityText(scheme: SecuritySchemeView): string {
  const facts = scheme.facts.map(({ term, value }) => `- ${term}: \`${value}\``);
  const scopes = scheme.scopes.map((scope) => `- \`${scope.name}\` ${markdownLine(scope.descriptionHtml)}`);
  return paragraphs([
    `**${scheme.title}**`,
    markdownLine(scheme.descriptionHtml),
    [...facts, ...scopes].join('\n'),
  ]);
}

function blockMarkdown(block: ContentBlock, level: number, words: EngineWords): string {
  switch (block.kind) {
    case 'html':
      return block.markdown;
    case 'heading':
      return `${'#'.repeat(block.heading.level)} ${block.heading.title}`;
    case 'operation':
      return paragraphs(operationParts(block.operation, block.operation.heading?.level ?? level, words));
    case 'operation-list':
      return block.operations
        .map(
          (link) =>
            `- [${link.title}](${link.href.replace(/\.html$/, '.md')}): \`${link.method} ${link.path}\``,
        )
        .join('\n');
    case 'plans':
      return plansMarkdown(block.plans, words);
    case 'errors':
      return errorsMarkdown(block.errors, words);
    case 'assumptions':
      return block.assumptions
        .map(({ html, about }, index) => `${index + 1}. ${markdownLine(html)} (${about.join(', ')})`)
        .join('\n');
    case 'about':
      return block.about.facts.map(({ term, html }) => `- ${term}: ${markdownLine(html)}`).join('\n');
    case 'servers':
      return block.servers.map(serverLine).join('\n');
    case 'headers':
      return paragraphs(
        block.groups.map(({ sent, rows }) =>
          [`**${sent}**`, '', ...rows.flatMap((row) => rowLines(row, 0, words))].join('\n'),
        ),
      );
    case 'security':
      return paragraphs(block.schemes.map(securityText));
    case 'schema':
      return paragraphs([
        block.schema.heading === undefined ? '' : `# ${block.schema.name}`,
        rowLines(block.schema.row, 0, words).join('\n'),
      ]);
  }
}

/** Writes a page's blocks as Markdown, in order: the level of an operation without a heading is that of the one before. */
export function createBlockMarkdown(
  kind: PageView['kind'],
  words: EngineWords,
): (block: ContentBlock) => string {
  const highest = kind === 'operation' ? 1 : 2;
  let level = highest;
  return (block) => {
    if (block.kind === 'heading') level = Math.max(block.heading.level, highest);
    return blockMarkdown(block, level, words);
  };
}
