import { createHeadingIds, type HeadingIds, pageItself } from '../markdown/heading-ids.ts';
import { type PageElement, readElements, textOfHtml } from '../markdown/page-elements.ts';
import { createSlateMarkdown } from '../markdown/slate-markdown.ts';
import { createSmartyPants } from '../markdown/smarty-pants.ts';
import type { SiteInput, SitePage } from '../pages/site-input.ts';
import { findFenceFaults } from '../source/fence-faults.ts';
import { withImagePaths } from '../source/image-paths.ts';
import type { InlineStyles } from '../source/inline-styles.ts';
import { withPageAddresses } from '../source/page-addresses.ts';
import type { PageSource } from '../source/read-page-source.ts';
import { findScriptFaults } from '../source/script-faults.ts';
import { SourceError } from '../source/source-fault.ts';
import type { EngineWords } from '../words/words.ts';
import { addUnmentioned } from './add-unmentioned.ts';
import { keepAnchors } from './keep-anchors.ts';
import { createOutline, type Placement, withUniqueAnchors } from './outline.ts';
import { pageOfDocument } from './page-of-document.ts';

/**
 * The content of each page of a site in order; the first has what no page mentions, too, if that is wanted. What a page cannot show is told;
 * directives that name nothing known stop the build (SourceError).
 */
export function outlinePages(
  input: SiteInput,
  wordsOfPage: (page: SitePage) => EngineWords,
  styles: InlineStyles,
): Placement[][] {
  const { model, pages } = input;
  const [first] = pages;
  const ids = new Map(pages.map((page) => [page, createHeadingIds(input.headingIds)] as const));
  const idsOf = (page: SitePage) => ids.get(page) as HeadingIds;
  const outlines = pages.map((page) => {
    const { source } = page;
    const nextId = idsOf(page)(pageItself);
    const words = wordsOfPage(page);
    if (source !== undefined)
      return createOutline(readTexts({ ...page, source }, input, words, styles, idsOf(page)), model, nextId);
    return createOutline(model === undefined ? [] : [pageOfDocument(model, words, nextId)], model, nextId);
  });
  const faults = outlines.flatMap((outline) => outline.faults);
  if (faults.length > 0) throw new SourceError(faults);
  if (model !== undefined && !input.isSlate)
    addUnmentioned(outlines, model, wordsOfPage(first), idsOf(first)(pageItself));
  for (const [path, { file }] of input.savedPages)
    if (!pages.some((page) => page.path === path))
      input.onFault({ file, line: 1, message: `Links to ${path} lead nowhere: the site has no such page.` });
  return outlines.map(({ placements }, index) => {
    const saved = input.savedPages.get(pages[index]?.path ?? '');
    if (saved === undefined) return withUniqueAnchors(placements);
    const kept = keepAnchors(placements, saved);
    kept.losses.forEach(input.onFault);
    return withUniqueAnchors(kept.placements);
  });
}

/** A writer's texts as elements: images and pages led to the files of the site, styles taken out. */
function readTexts(
  { path, source }: { path: string; source: PageSource },
  input: SiteInput,
  words: EngineWords,
  styles: InlineStyles,
  ids: HeadingIds,
): PageElement[][] {
  const markdown = createSlateMarkdown({ locale: words.locale, isSlate: input.isSlate });
  const texts = source.texts.map((text) => {
    const punctuated = input.hasSmartyPants ? createSmartyPants() : (html: string) => html;
    return readElements(markdown, text, ids(text.rendering)).map((element): PageElement => {
      if (element.kind === 'directive') return element;
      const written = element.kind === 'html' ? element.markdown : '';
      const onMissing = (image: string) => {
        const line = element.line + (written.split(image)[0] ?? '').split('\n').length - 1;
        input.onFault({ file: text.file, line, message: `The image ${image} is no file of the source.` });
      };
      const inSite = (html: string) =>
        withPageAddresses(withImagePaths(html, path, input.assets, onMissing), path, input.pages);
      if (element.kind === 'html')
        return { ...element, html: punctuated(styles.extract(inSite(element.html))) };
      const titleHtml = punctuated(inSite(element.titleHtml));
      return { ...element, titleHtml, title: textOfHtml(titleHtml) };
    });
  });
  const ofTexts = source.texts.flatMap((text) => [
    ...findFenceFaults(markdown, text),
    ...findScriptFaults(text),
  ]);
  for (const fault of [...source.faults, ...ofTexts]) input.onFault(fault);
  return texts;
}
