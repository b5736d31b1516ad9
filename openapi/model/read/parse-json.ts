import type { JsonValue } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import { readJson } from '../read-json.ts';
import type { NoteAt } from './parse-file.ts';

/** The value of a JSON text, undefined for any other text. Of a repeated key the last counts, and each is noted. */
export function parseJson(text: string, note: NoteAt): JsonValue | undefined {
  const value = tryToParse(text);
  if (value === undefined) return undefined;
  // Counting is quick, so that only a text with a repeated key is looked through for it.
  if (countKeysOfText(text) !== countKeysOfValue(value)) noteRepeatedKeys(text, note);
  return value;
}

function tryToParse(text: string): JsonValue | undefined {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

/** Strings that a colon follows, found by jumping from quote to quote. */
function countKeysOfText(text: string): number {
  let count = 0;
  for (let quote = text.indexOf('"'); quote !== -1; ) {
    const end = endOfString(text, quote);
    if (/\s/.test(text.charAt(end)) ? /^\s*:/.test(text.slice(end, end + 1000)) : text[end] === ':') count++;
    quote = text.indexOf('"', end);
  }
  return count;
}

/** The offset behind a string's closing quote: one with an odd number of backslashes before it closes nothing. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text[before] === '\\') before--;
    if ((quote - before) % 2 === 1) return quote + 1;
  }
  return text.length;
}

function countKeysOfValue(root: JsonValue): number {
  let count = 0;
  const open: (JsonValue | undefined)[] = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (isObject(value)) count += Object.keys(value).length;
    if (typeof value === 'object' && value !== null)
      for (const child of Object.values(value))
        if (typeof child === 'object' && child !== null) open.push(child);
  }
  return count;
}

function noteRepeatedKeys(text: string, note: NoteAt): void {
  const open: Set<string>[] = [];
  for (const token of text.matchAll(/[{}]|"(?:[^"\\]|\\.)*"(\s*:)?/g)) {
    const [written, colon] = token;
    if (written === '{') open.push(new Set());
    else if (written === '}') open.pop();
    else if (colon !== undefined) noteKey(written.slice(0, -colon.length), token.index);
  }

  function noteKey(written: string, offset: number): void {
    const key = String(JSON.parse(written));
    const keys = open.at(-1);
    if (keys?.has(key)) note(repeatedKey(key), offset, 'lost');
    keys?.add(key);
  }
}

export function repeatedKey(key: string): string {
  return `the key "${key}" is there twice in one object; only the last one counts`;
}

/** The text with spaces in the place of its comments, so that lines and columns stay. */
export function withoutComments(text: string): string {
  const comments = /"(?:[^"\\\n]|\\.)*"|(?<=^|[\s,{}[\]"\d])(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/)/g;
  return text.replace(comments, (token) => (token.startsWith('"') ? token : token.replaceAll(/[^\n]/g, ' ')));
}

/** Where a comment begins, in a text that is meant as JSON. In YAML a value may begin with `//`, but never `// `. */
export function findJsonComment(text: string): number | undefined {
  const isJson = /^\s*[[{]?\s*("|\/[/*])/.test(text);
  for (const token of text.matchAll(/"(?:[^"\\\n]|\\.)*"|(?<=^|[\s,{}[\]"\d])(?:\/\/|\/\*)(\s?)/g))
    if (!token[0].startsWith('"') && (isJson || token[1] !== '')) return token.index;
  return undefined;
}
