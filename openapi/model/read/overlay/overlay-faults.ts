import { LineCounter, parseDocument } from 'yaml';
import type { DocumentFault, FaultEffect } from '../../api-model.ts';
import { DocumentError } from '../../document-error.ts';
import { pointerTokens } from '../located.ts';

/** What is wrong with one overlay: each with line, column and pointer. */
export interface OverlayFaults {
  /** Nothing is applied then. */
  refuse(message: string, pointer: string): undefined;
  /** What can be applied all the same. */
  note(message: string, pointer: string, effect?: FaultEffect): void;
  hasRefused(): boolean;
  asError(): DocumentError;
  readonly noted: readonly DocumentFault[];
}

export function createOverlayFaults(
  file: string,
  text: string,
  ofText: readonly DocumentFault[],
): OverlayFaults {
  const refused: DocumentFault[] = [];
  const noted: DocumentFault[] = [...ofText];

  function faultAt(message: string, pointer: string): DocumentFault {
    const place = placeInText(text, pointer);
    return { message: place === undefined ? message : `${place}: ${message}`, location: { file, pointer } };
  }

  return {
    refuse(message, pointer) {
      refused.push(faultAt(message, pointer));
      return undefined;
    },
    note(message, pointer, effect = 'changed') {
      noted.push({ ...faultAt(message, pointer), effect });
    },
    hasRefused: () => refused.length > 0,
    asError: () => new DocumentError(refused),
    noted,
  };
}

/** Where a value begins, or the nearest around it; an overlay is small, and is parsed again only for what is wrong. */
function placeInText(text: string, pointer: string): string | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent' });
  for (let tokens = [...pointerTokens(pointer)]; ; tokens.pop()) {
    const node = document.getIn(tokens, true) as { readonly range?: readonly number[] } | undefined; // as `true` asks
    if (node?.range !== undefined) {
      const { line, col } = lineCounter.linePos(node.range[0] ?? 0);
      return `line ${line}, column ${col}`;
    }
    if (tokens.length === 0) return undefined;
  }
}
