import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function classesOf(element: Element): string[] {
  return (attributeOf(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
}

/** Elements of our pages that are no content: they and what they hold are left out. */
const withoutPlace: readonly ((element: Element) => boolean)[] = [
  (element) => element.tagName === 'a' && classesOf(element).includes('anchor'),
  (element) => element.tagName === 'nav' && classesOf(element).includes('neighbours'),
];

/** Boxes of our pages around what a writer has: their content stands in their place. */
const transparent: readonly ((element: Element) => boolean)[] = [
  (element) => element.tagName === 'div' && attributeOf(element, 'class') === 'wide',
  (element) => element.tagName === 'div' && attributeOf(element, 'class') === 'table-scroll',
  // Both pages stand in these.
  (element) => element.tagName === 'div' && attributeOf(element, 'class') === 'page-wrapper',
  (element) => attributeOf(element, 'class') === 'content',
];

/** Elements of another name for the same thing. */
const sameAs: Readonly<Record<string, string>> = { s: 'del' };

/** Classes in the place of `style`, which a strict policy refuses. */
const ofStyles = /^(w-[0-9a-f]{8}|align-(left|center|right))$/;

/**
 * The one list of what our pages have that is no content of a source. All else counts: attributes that are
 * not compared at all are not named here (page-blocks.ts names those that are).
 */
export const ourAdditions = {
  isLeftOut: (element: Element): boolean => withoutPlace.some((rule) => rule(element)),
  isTransparent: (element: Element): boolean => transparent.some((rule) => rule(element)),
  nameOf: (element: Element): string => sameAs[element.tagName] ?? element.tagName,
  classesOf: (element: Element): string[] => classesOf(element).filter((name) => !ofStyles.test(name)),
  alignmentOf: (element: Element): string | undefined =>
    /(?:^|\s)align-(\w+)/.exec(attributeOf(element, 'class') ?? '')?.[1],
};
