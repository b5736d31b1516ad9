import { Document, isMap, isScalar, isSeq, type Node } from 'yaml';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { Draft } from './draft-document.ts';
import type { DraftNotes } from './draft-notes.ts';

/** A draft as YAML: above each part a comment with the file and line that it was read from, at the top what is unclear. */
export function printDraft(draft: Draft, source: string): string {
  const document = new Document(draft.document, { aliasDuplicateObjects: false });
  addPlaces(document.contents, draft.document, draft.notes);
  const unclear = draft.notes.allUnclear.map(({ file, line, message }) => `- ${file}:${line}: ${message}`);
  document.commentBefore = [
    `A draft of ${source}: a start, to be read against the page. FILE:LINE says where a part was read.`,
    coverageLine(draft),
    ...(unclear.length === 0 ? [] : ['', 'Unclear:', ...unclear]),
  ]
    .map((line) => ` ${line}`)
    .join('\n');
  return document.toString({ lineWidth: 0 });
}

/** `46 of 48 lines like "GET /path" became operations (96 %): 40 operations.` */
export function coverageLine({ lines: { all, taken }, document }: Draft): string {
  const count = Object.values(document.paths).flatMap((item) => Object.keys(item)).length;
  const share = all === 0 ? '' : ` (${Math.floor((100 * taken) / all)} %)`;
  return `${taken} of ${all} lines like "GET /path" became operations${share}; the draft has ${count}.`;
}

function addPlaces(node: unknown, value: unknown, notes: DraftNotes): void {
  if (isMap(node) && isObject(value)) {
    for (const pair of node.items) {
      const part = isScalar(pair.key) ? value[String(pair.key.value)] : undefined;
      comment(pair.key, part, notes);
      addPlaces(pair.value, part, notes);
    }
  } else if (isSeq(node) && Array.isArray(value)) {
    node.items.forEach((item, index) => {
      comment(item, value[index], notes);
      addPlaces(item, value[index], notes);
    });
  }
}

function comment(node: unknown, part: unknown, notes: DraftNotes): void {
  const place = typeof part === 'object' && part !== null ? notes.placeOf(part) : undefined;
  if (place !== undefined) (node as Node).commentBefore = ` ${place.file}:${place.line}`;
}
