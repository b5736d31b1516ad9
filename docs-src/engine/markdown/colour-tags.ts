/** Tags around a piece of code in one of the theme's colours. */
export interface ColourTags {
  readonly open: string;
  readonly close: '</i>' | '</b>';
}

/**
 * Half of a page is code, and strings and names of properties are most of that: these are the shortest of the short tags
 * (styles/code.css has the colours).
 */
export function colourTags(letter: string): ColourTags {
  if (letter === 'a') return { open: '<b>', close: '</b>' };
  return { open: letter === 's' ? '<i>' : `<i class="${letter}">`, close: '</i>' };
}

export function coloured(letter: string, html: string): string {
  const { open, close } = colourTags(letter);
  return open + html + close;
}
