import { coloured } from '../markdown/colour-tags.ts';
import { escapeHtml } from '../markdown/escape-html.ts';

/** A theme's colour, by its letter, and what has it; a pattern captures nothing. The first that fits wins. */
type Colour = readonly [letter: string, pattern: string];

interface Grammar {
  /** One group a colour. */
  readonly pattern: RegExp;
  readonly letters: readonly string[];
}

function grammar(flags: 'g' | 'gm', ...colours: readonly Colour[]): Grammar {
  return {
    pattern: new RegExp(colours.map(([, pattern]) => `(${pattern})`).join('|'), flags),
    letters: colours.map(([letter]) => letter),
  };
}

const doubleQuoted = String.raw`"(?:[^"\\]|\\[\s\S])*"`;
const number: Colour = ['n', String.raw`(?<![\w.])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?!\w)`];

/** What our own emitters print, by the highlighter's name of the language. */
const grammars: Readonly<Record<string, Grammar>> = {
  shell: grammar(
    'g',
    ['s', String.raw`\$'(?:[^'\\]|\\[\s\S])*'|'[^']*'(?:\\''[^']*')*`],
    ['a', String.raw`(?<=\s)--?[a-zA-Z][\w-]*|^curl\b`],
  ),
  python: grammar(
    'g',
    ['s', doubleQuoted],
    ['k', String.raw`\b(?:import|None|True|False)\b`],
    ['a', String.raw`\bprint\b`],
    ['t', String.raw`\b[a-z_]+(?=\()`],
    number,
  ),
  php: grammar(
    'g',
    ['s', String.raw`'(?:[^'\\]|\\[\s\S])*'|${doubleQuoted}`],
    ['k', String.raw`<\?php|\b(?:if|throw|new|echo)\b`],
    ['n', String.raw`\b(?:true|false|null)\b`],
    ['t', String.raw`\b[A-Za-z_]+(?=\()`],
    number,
  ),
  javascript: grammar(
    'gm',
    ['s', doubleQuoted],
    ['c', '^ *//.*$'],
    ['k', String.raw`\b(?:async|function|const|return|await|if|throw|new)\b`],
    ['n', String.raw`\b(?:true|false|null)\b`],
    ['t', String.raw`\b[A-Za-z_$][\w$]*(?=\()`],
    number,
  ),
};

function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? escapeHtml(text).replaceAll('&quot;', '"').replaceAll('&#39;', "'") : text;
}

/**
 * A sample that an emitter printed, in the theme's colours; undefined for a language without a grammar here. A document of
 * a thousand operations has four thousand samples: a general highlighter takes half of the build for them.
 */
export function colourSample(code: string, lexer: string): string | undefined {
  const known = grammars[lexer];
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
