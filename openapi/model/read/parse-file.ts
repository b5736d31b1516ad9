import type { DocumentFault, FaultEffect, JsonValue } from '../api-model.ts';
import { cutTooDeep, isTooDeep, tooDeep } from './nesting.ts';
import { findJsonComment, parseJson, withoutComments } from './parse-json.ts';

export interface ParsedFile {
  /** undefined where the text can't be read at all. */
  readonly value: JsonValue | undefined;
  readonly faults: readonly DocumentFault[];
}

/** What a parser notes: message and position in the text. */
export type NoteAt = (message: string, offset: number, effect?: FaultEffect) => void;

/**
 * Reads the text of one file. What starts like JSON is tried as JSON first (forty times faster than YAML, which is its
 * superset); everything else is YAML 1.2, with merge keys, whose parser is loaded for it. Faults carry line and column. What is nested too deep to be
 * read is left out.
 */
export async function parseFile(file: string, text: string): Promise<ParsedFile> {
  const content = text.replace(/^\uFEFF/, '');
  const faults: DocumentFault[] = [];
  const note: NoteAt = (message, offset, effect) => {
    const before = content.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    const location = { file, pointer: '' };
    faults.push({
      message: `line ${line}, column ${column}: ${message}`,
      location,
      ...(effect && { effect }),
    });
  };
  const read = /^\s*([[{]|\/[/*])/.test(content) ? parseBraces : parseYamlText;
  const value = await read(content, note);
  // A file that can't be read takes all it holds with it.
  if (value === undefined) return { value, faults: faults.map((fault) => ({ ...fault, effect: 'lost' })) };
  if (!isTooDeep(value)) return { value, faults };
  const cut = cutTooDeep(value);
  for (const pointer of cut.pointers)
    faults.push({ message: `${tooDeep}; what lies deeper is left out`, location: { file, pointer } });
  return { value: cut.value, faults };
}

/** Not JSON, or JSON with an error: the YAML parser reads both, and says line and column of what it cannot read. */
async function parseBraces(text: string, note: NoteAt): Promise<JsonValue | undefined> {
  const value = parseJson(text, note);
  if (value !== undefined) return value;
  const comment = findJsonComment(text);
  if (comment === undefined) return parseYamlText(text, note);
  note('JSON has no comments: this one is passed over, as are those that follow', comment, 'untidy');
  const bare = withoutComments(text);
  return parseJson(bare, note) ?? parseYamlText(bare, note);
}

async function parseYamlText(text: string, note: NoteAt): Promise<JsonValue | undefined> {
  const { parseYaml } = await import('./parse-yaml.ts');
  return parseYaml(text, note);
}
