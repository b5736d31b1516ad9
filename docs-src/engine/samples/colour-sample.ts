import { coloured } from '../markdown/colour-tags.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { sampleLanguages } from './index.ts';

const grammars = new Map(sampleLanguages.map(({ lexer, colours }) => [lexer, colours]));

function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? escapeHtml(text).replaceAll('&quot;', '"').replaceAll('&#39;', "'") : text;
}

/**
 * A sample that an emitter printed, in the theme's colours; undefined for a language without a grammar here. A document of
 * a thousand operations has four thousand samples: a general highlighter takes half of the build for them.
 */
export function colourSample(code: string, lexer: string): string | undefined {
  const known = grammars.get(lexer);
  if (known === undefined) return undefined;
  const { pattern, letters } = known;
  let html = '';
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(code); match !== null; match = pattern.exec(code)) {
    const [text] = match;
    const letter = letters.find((_, index) => match?.[index + 1] !== undefined) ?? '';
    html += `${escapeText(code.slice(end, match.index))}${coloured(letter, escapeText(text))}`;
    end = match.index + text.length;
  }
  return html + escapeText(code.slice(end));
}
