import type { ApiModel, DocumentFault } from '../api-model.ts';
import { findBigint } from '../find-bigint.ts';
import { escapePointerToken } from '../read/located.ts';
import { isData, walkDocument } from '../read/walk-document.ts';

/**
 * Whole numbers beyond 2^53 in what a mock sends: examples, defaults, constants. It sends them to the digit, and JSON.parse of a
 * browser makes other ones of them (RFC 8259, section 6): no fault of the document, and worth a word to who develops a client. Bounds
 * are no matter: nobody reads them. Places are those of the published document.
 */
export function checkWholeNumbers({
  bundled,
  files: [file = ''],
}: Pick<ApiModel, 'bundled' | 'files'>): readonly DocumentFault[] {
  const faults: DocumentFault[] = [];
  walkDocument(bundled, (part, path, isNameMap) => {
    if (isNameMap) return;
    for (const [key, child] of Object.entries(part)) {
      const found = isData(key, child) && !key.startsWith('x-') ? findBigint(child) : undefined;
      if (found === undefined) continue;
      const pointer = [...path, key].map((token) => `/${escapePointerToken(token)}`).join('');
      const message = `the whole number ${found} is beyond 2^53: it is sent as it is, and a client that counts as JavaScript does reads ${Number(found)}`;
      faults.push({ message, location: { file, pointer }, effect: 'untidy' });
    }
  });
  return faults;
}
