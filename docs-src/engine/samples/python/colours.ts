import { doubleQuoted, grammar, plainNumber } from '../grammar.ts';

export const pythonColours = grammar(
  'g',
  ['s', doubleQuoted],
  ['k', String.raw`\b(?:import|if|not|None|True|False)\b`],
  ['a', String.raw`\bprint\b`],
  ['t', String.raw`\b[a-z_]+(?=\()`],
  plainNumber,
);
