import { doubleQuoted, grammar, plainNumber } from '../grammar.ts';

export const javascriptColours = grammar(
  'gm',
  ['s', `${doubleQuoted}|\`[^\`]*\``],
  ['c', '^ *//.*$'],
  ['k', String.raw`\b(?:async|function|const|return|await|if|throw|new)\b`],
  ['n', String.raw`\b(?:true|false|null)\b`],
  ['t', String.raw`\b[A-Za-z_$][\w$]*(?=\()`],
  plainNumber,
);
