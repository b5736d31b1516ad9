import type { DocumentFault } from '../api-model.ts';
import { isObject } from '../is-object.ts';
import type { DocumentFiles } from '../read/load-files.ts';
import { escapePointerToken } from '../read/located.ts';
import { walkDocument } from '../read/walk-document.ts';
import { readPattern } from '../schema/read-pattern.ts';

/** Regular expressions that can't be read, each once with its place: what they ask for is not checked. */
export function checkPatterns({ values }: DocumentFiles): readonly DocumentFault[] {
  const faults = new Map<string, DocumentFault>();
  for (const [file, value] of values)
    walkDocument(value, (part, path, isNameMap) => {
      if (isNameMap) return;
      const { pattern, patternProperties } = part as Record<string, unknown>; // Any object of a document.
      const written = [
        ...(typeof pattern === 'string' ? [[pattern, ['pattern']] as const] : []),
        ...Object.keys(isObject(patternProperties) ? patternProperties : {}).map(
          (name) => [name, ['patternProperties', name]] as const,
        ),
      ];
      for (const [expression, keys] of written) {
        if (readPattern(expression) !== undefined || faults.has(expression)) continue;
        const pointer = [...path, ...keys].map((token) => `/${escapePointerToken(token)}`).join('');
        const message = `the pattern ${expression} can't be read (${reasonOf(expression)}), so nothing is checked by it`;
        faults.set(expression, { message, location: { file, pointer } });
      }
    });
  return [...faults.values()];
}

/** `Unterminated character class`: what the language says of a pattern that it refuses. */
function reasonOf(pattern: string): string {
  try {
    return String(new RegExp(pattern, 'u'));
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^.*: /s, '') : String(error);
  }
}
