import { type CST, Parser } from 'yaml';

/**
 * Whether a YAML text nests deeper than so many levels. Asked before it is composed, which recurses: a stack that overflows
 * there can end the process (V8 gives up where it compiles an expression at the end of the stack), whatever is caught.
 */
export function isYamlDeeper(text: string, levels: number): boolean {
  // Nearly every text is cleared by counting; only what may be deep is parsed for it.
  if (!mayBeDeeper(text, levels / 2)) return false;
  const open: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of new Parser().parse(text)) open.push({ token, depth: 0 });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > levels) return true;
    if (token.type === 'document' && token.value !== undefined) open.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items)
      for (const child of [key, value])
        if (child !== undefined && child !== null) open.push({ token: child, depth: depth + 1 });
  }
  return false;
}

/** Flow collections take a bracket a level, block collections a column for every two: text in between only adds to it. */
function mayBeDeeper(text: string, levels: number): boolean {
  let brackets = 0;
  let column = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character === '\n') column = 0;
    else if (column >= 0) column = ' \t-?'.includes(character) ? column + 1 : -1;
    if (character === '[' || character === '{') brackets += 1;
    else if (brackets > 0 && (character === ']' || character === '}')) brackets -= 1;
    if (brackets >= levels || column >= levels) return true;
  }
  return false;
}
