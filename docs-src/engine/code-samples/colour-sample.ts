import { escapeHtml } from '../markdown/escape-html.ts';

const number = '(?<number>(?<![\\w.])-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?(?!\\w))';
const doubleQuoted = '"(?:[^"\\\\]|\\\\[\\s\\S])*"';

/** What our own emitters print, by the highlighter's name of the language: named groups are the theme's colours. */
const grammars: Readonly<Record<string, RegExp>> = {
  shell:
    /(?<string>\$'(?:[^'\\]|\\[\s\S])*'|'[^']*'(?:\\''[^']*')*)|(?<attribute>(?<=\s)--?[a-zA-Z][\w-]*|^curl\b)/g,
  python: new RegExp(
    `(?<string>${doubleQuoted})|(?<keyword>\\b(?:import|None|True|False)\\b)|(?<attribute>\\bprint\\b)|(?<title>\\b[a-z_]+(?=\\())|${number}`,
    'g',
  ),
  php: new RegExp(
    `(?<string>'(?:[^'\\\\]|\\\\[\\s\\S])*'|${doubleQuoted})|(?<keyword><\\?php|\\b(?:if|throw|new|echo)\\b)|(?<literal>\\b(?:true|false|null)\\b)|(?<title>\\b[A-Za-z_]+(?=\\())|${number}`,
    'g',
  ),
  javascript: new RegExp(
    `(?<string>${doubleQuoted})|(?<comment>^ *//.*$)|(?<keyword>\\b(?:async|function|const|return|await|if|throw|new)\\b)|(?<literal>\\b(?:true|false|null)\\b)|(?<title>\\b[A-Za-z_$][\\w$]*(?=\\())|${number}`,
    'gm',
  ),
};

const letters: Readonly<Record<string, string>> = {
  string: 's',
  attribute: 'a',
  keyword: 'k',
  literal: 'n',
  number: 'n',
  title: 't',
  comment: 'c',
};

function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? escapeHtml(text).replaceAll('&quot;', '"').replaceAll('&#39;', "'") : text;
}

/**
 * A sample that an emitter printed, in the theme's colours; undefined for a language without a grammar here. A document of
 * a thousand operations has four thousand samples: a general highlighter takes half of the build for them.
 */
export function colourSample(code: string, lexer: string): string | undefined {
  const grammar = grammars[lexer];
  if (grammar === undefined) return undefined;
  let html = '';
  let end = 0;
  for (const match of code.matchAll(grammar)) {
    const { groups = {} } = match;
    let kind = '';
    for (const name in groups) if (groups[name] !== undefined) kind = name;
    html += `${escapeText(code.slice(end, match.index))}<i class="${letters[kind] ?? 's'}">${escapeText(match[0])}</i>`;
    end = match.index + match[0].length;
  }
  return html + escapeText(code.slice(end));
}
