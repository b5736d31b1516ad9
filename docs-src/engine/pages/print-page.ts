import { createBlockMarkdown, paragraphs } from '../files/page-markdown.ts';
import type { ContentBlock, Html, PageView } from '../views/views.ts';
import type { EngineWords } from '../words/words.ts';
import type { PageTemplates } from './templates.ts';

export interface PrintedPage {
  /** In pieces: a big page is never one text. */
  readonly html: readonly Html[];
  /** The same as Markdown, for readers that are programs and for "copy page"; undefined where the page names none. */
  readonly markdown: string | undefined;
}

/** Stands in the page's frame where its content belongs. */
const contentMark = '\0content\0';

/** So many blocks are printed together: a template's imports are run once for each print. */
const blocksAtOnce = 25;

/** Prints a page some blocks at a time, as HTML and as Markdown; `withLinks` leads the links of the document's texts to their places. */
export function printPage(
  page: PageView,
  templates: PageTemplates,
  words: EngineWords,
  withLinks: (html: Html) => Html,
): PrintedPage {
  const markdownOf = page.markdownHref === undefined ? undefined : createBlockMarkdown(page.kind, words);
  const content: string[] = [];
  const forms: string[] = [];
  const markdown: string[] = [];
  let waiting: ContentBlock[] = [];
  let hasCode = false;
  const print = () => {
    if (waiting.length > 0) content.push(withLinks(templates.blocks(waiting, page)));
    waiting = [];
  };
  for (const section of sections(page.blocks)) {
    const isWide = !section.some(standsBesideCode);
    hasCode ||= !isWide;
    if (isWide) {
      print();
      content.push(withLinks(templates.wide(section, page)));
    }
    for (const block of section) {
      if (!isWide) waiting.push(block);
      if (waiting.length === blocksAtOnce) print();
      if (block.kind === 'operation' && block.operation.tryIt !== undefined)
        forms.push(templates.form(block.operation, page));
      if (markdownOf !== undefined) markdown.push(markdownOf(block));
    }
  }
  print();
  const [before = '', after = ''] = templates
    .page(page, {
      contentHtml: content.length === 0 ? '' : contentMark,
      formsHtml: forms.join('\n'),
      hasCode,
    })
    .split(contentMark);
  return {
    html: [before, ...content.flatMap((piece, index) => (index === 0 ? piece : ['\n', piece])), after],
    markdown: markdownOf === undefined ? undefined : `${paragraphs(markdown)}\n`,
  };
}

/** What stands under one h1 or h2, with it. An operation is a section of its own; a table that wants the width begins one. */
function* sections(blocks: Iterable<ContentBlock>): Generator<readonly ContentBlock[]> {
  let section: ContentBlock[] = [];
  for (const block of blocks) {
    if (beginsSection(block) && section.length > 0) {
      yield section;
      section = [];
    }
    section.push(block);
  }
  if (section.length > 0) yield section;
}

function beginsSection(block: ContentBlock): boolean {
  switch (block.kind) {
    case 'heading':
      return block.heading.level <= 2;
    case 'operation':
      return block.operation.heading !== undefined;
    default:
      return block.kind === 'plans' || block.kind === 'errors';
  }
}

/** Whether a block needs the dark column. */
function standsBesideCode(block: ContentBlock): boolean {
  switch (block.kind) {
    case 'operation':
    case 'schema':
      return true;
    case 'html':
      return /<(pre|blockquote)\b/.test(block.html);
    default:
      return false;
  }
}
