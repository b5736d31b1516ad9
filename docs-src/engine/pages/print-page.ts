import { createBlockMarkdown, paragraphs } from '../files/page-markdown.ts';
import type { ContentBlock, PageView } from '../views/views.ts';
import type { EngineWords } from '../words/words.ts';
import type { PageTemplates } from './templates.ts';

export interface PrintedPage {
  readonly html: string;
  /** The same as Markdown, for readers that are programs and for "copy page"; undefined where the page names none. */
  readonly markdown: string | undefined;
}

/** So many blocks are printed together: a template's imports are run once for each print. */
const blocksAtOnce = 25;

/** Prints a page some blocks at a time, as HTML and as Markdown. */
export function printPage(page: PageView, templates: PageTemplates, words: EngineWords): PrintedPage {
  const markdownOf = page.markdownHref === undefined ? undefined : createBlockMarkdown(page.kind, words);
  const content: string[] = [];
  const forms: string[] = [];
  const markdown: string[] = [];
  let waiting: ContentBlock[] = [];
  const print = () => {
    if (waiting.length > 0) content.push(templates.blocks(waiting, page));
    waiting = [];
  };
  for (const block of page.blocks) {
    waiting.push(block);
    if (waiting.length === blocksAtOnce) print();
    if (block.kind === 'operation' && block.operation.tryIt !== undefined)
      forms.push(templates.form(block.operation, page));
    if (markdownOf !== undefined) markdown.push(markdownOf(block));
  }
  print();
  const html = templates.page(page, { contentHtml: content.join('\n'), formsHtml: forms.join('\n') });
  return { html, markdown: markdownOf === undefined ? undefined : `${paragraphs(markdown)}\n` };
}
