import { LineCounter, parseDocument } from 'yaml';
import type { DocumentFault, JsonValue } from './api-model.ts';

export interface ParsedFile {
  readonly value: JsonValue | undefined;
  readonly faults: readonly DocumentFault[];
}

/**
 * Reads the text of one file. What starts like JSON is tried as JSON first (forty times faster than YAML, which is its
 * superset); everything else is YAML 1.2. Faults carry line and column; a file with faults has no value.
 */
export function parseFile(file: string, text: string): ParsedFile {
  const content = text.replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(content)) {
    try {
      return { value: JSON.parse(content) as JsonValue, faults: [] };
    } catch {
      // Not JSON, or JSON with an error: the YAML parser reads both, and says line and column of what it cannot read.
    }
  }
  return parseYaml(file, content);
}

function parseYaml(file: string, text: string): ParsedFile {
  const fault = (message: string): DocumentFault => ({ message, location: { file, pointer: '' } });
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      return fault(`line ${line}, column ${col}: ${error.message}`);
    });
    return { value: undefined, faults };
  }
  try {
    const value = document.toJS({ maxAliasCount: 10_000 }) as JsonValue;
    if (hasCycle(value)) return { value: undefined, faults: [fault('a YAML alias contains itself')] };
    return { value, faults: [] };
  } catch (error) {
    return { value: undefined, faults: [fault(error instanceof Error ? error.message : String(error))] };
  }
}

/** An alias inside its own anchor makes a value that no JSON text could hold. */
function hasCycle(root: unknown): boolean {
  const open = new Set<object>();
  const done = new Set<object>();
  const visit = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null || done.has(value)) return false;
    if (open.has(value)) return true;
    open.add(value);
    const found = Object.values(value).some(visit);
    open.delete(value);
    done.add(value);
    return found;
  };
  return visit(root);
}
