import { createHeadingIds } from '../markdown/heading-ids.ts';
import { type PageElement, readElements } from '../markdown/page-elements.ts';
import { createSlateMarkdown } from '../markdown/slate-markdown.ts';
import type { SiteInput } from '../pages/site-input.ts';
import { findFenceFaults } from '../source/fence-faults.ts';
import { withImagePaths } from '../source/image-paths.ts';
import type { InlineStyles } from '../source/inline-styles.ts';
import type { PageSource } from '../source/read-page-source.ts';
import { findScriptFaults } from '../source/script-faults.ts';
import { SourceError } from '../source/source-fault.ts';
import type { EngineWords } from '../words/words.ts';
import { addUnmentioned } from './add-unmentioned.ts';
import type { NextId } from './document-sections.ts';
import { createOutline, type Placement, withUniqueAnchors } from './outline.ts';
import { pageOfDocument } from './page-of-document.ts';

/**
 * The content of the site in order: of the document alone, of a Slate source alone, or of both. What the page cannot show
 * is told; a directive that names nothing known stops the build (SourceError).
 */
export function sitePlacements(input: SiteInput, words: EngineWords, styles: InlineStyles): Placement[] {
  const { model, source } = input;
  const nextId = createHeadingIds(input.headingIds);
  const outline = createOutline(
    source === undefined
      ? model === undefined
        ? []
        : [pageOfDocument(model, words, nextId)]
      : readTexts(source, input, words, styles, nextId),
    model,
    nextId,
  );
  if (outline.faults.length > 0) throw new SourceError(outline.faults);
  if (model !== undefined) addUnmentioned([outline], model, words, nextId);
  return withUniqueAnchors(outline.placements);
}

function readTexts(
  source: PageSource,
  input: SiteInput,
  words: EngineWords,
  styles: InlineStyles,
  nextId: NextId,
): PageElement[][] {
  const markdown = createSlateMarkdown({ locale: words.locale });
  const texts = source.texts.map((text) =>
    readElements(markdown, text, nextId).map((element): PageElement => {
      if (element.kind === 'directive') return element;
      const written = element.kind === 'html' ? element.markdown : '';
      const onMissing = (image: string) => {
        const line = element.line + (written.split(image)[0] ?? '').split('\n').length - 1;
        input.onFault({ file: text.file, line, message: `The image ${image} is no file of the source.` });
      };
      const withImages = (html: string) => withImagePaths(html, input.path, input.assets, onMissing);
      return element.kind === 'html'
        ? { ...element, html: styles.extract(withImages(element.html)) }
        : { ...element, titleHtml: withImages(element.titleHtml) };
    }),
  );
  const ofTexts = source.texts.flatMap((text) => [
    ...findFenceFaults(markdown, text),
    ...findScriptFaults(text),
  ]);
  for (const fault of [...source.faults, ...ofTexts]) input.onFault(fault);
  return texts;
}
