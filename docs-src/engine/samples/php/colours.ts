import { doubleQuoted, grammar, plainNumber } from '../grammar.ts';

export const phpColours = grammar(
  'g',
  ['s', String.raw`'(?:[^'\\]|\\[\s\S])*'|${doubleQuoted}`],
  ['k', String.raw`<\?php|\b(?:if|throw|new|echo)\b`],
  ['n', String.raw`\b(?:true|false|null)\b`],
  ['t', String.raw`\b[A-Za-z_]+(?=\()`],
  plainNumber,
);
