import { grammar } from '../grammar.ts';

export const shellColours = grammar(
  'g',
  ['s', String.raw`\$'(?:[^'\\]|\\[\s\S])*'|'[^']*'(?:\\''[^']*')*|"[^"]*"`],
  ['a', String.raw`(?<=\s)--?[a-zA-Z][\w-]*|^curl\b`],
);
