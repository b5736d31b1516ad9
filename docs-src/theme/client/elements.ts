/** Makes an element; text is text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

/** A picture of the page's sprite (icons.njk). */
export function icon(name: string): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  const use = document.createElementNS(svg, 'use');
  picture.setAttribute('class', 'icon');
  picture.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#frame_icon-${name}`);
  picture.append(use);
  return picture;
}
