import { createHeadingIds } from '../markdown/heading-ids.ts';
import { type PageElement, readElements } from '../markdown/page-elements.ts';
import { createSlateMarkdown } from '../markdown/slate-markdown.ts';
import type { SiteInput } from '../pages/site-input.ts';
import { findFenceFaults } from '../source/fence-faults.ts';
import { withImagePaths } from '../source/image-paths.ts';
import type { InlineStyles } from '../source/inline-styles.ts';
import { findScriptFaults } from '../source/script-faults.ts';
import { SourceError } from '../source/source-fault.ts';
import type { EngineWords } from '../words/words.ts';
import { createOutline, type Placement } from './outline.ts';
import { outlineOfDocument } from './outline-of-document.ts';

/**
 * The content of the site in order: of the document alone, of a Slate source alone, or of both. What the page cannot show
 * is told; a directive that names nothing known stops the build (SourceError).
 */
export function sitePlacements(input: SiteInput, words: EngineWords, styles: InlineStyles): Placement[] {
  const { model, source } = input;
  const nextId = createHeadingIds(input.headingIds);
  if (source === undefined) return model === undefined ? [] : outlineOfDocument(model, words, nextId);
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
  if (model === undefined) return texts.flat().flatMap(slatePlacement);
  const { placements, faults } = createOutline(texts, model, words, nextId);
  if (faults.length > 0) throw new SourceError(faults);
  return placements;
}

/** Without a document a directive is what Slate takes it for: a comment. */
function slatePlacement(element: PageElement): Placement[] {
  if (element.kind === 'html') return [{ kind: 'html', html: element.html, markdown: element.markdown }];
  if (element.kind === 'directive') return [];
  const { level, id, title, titleHtml } = element;
  return [{ kind: 'heading', heading: { level, id, anchors: [], title, titleHtml }, operation: undefined }];
}
