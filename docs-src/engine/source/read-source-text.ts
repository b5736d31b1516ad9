import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { checkEncoding, type Repairs } from './encoding/encoding-faults.ts';
import type { SourceFault } from './source-fault.ts';

/** A writer's text without byte order mark, with LF line ends. */
export interface SourceText {
  readonly text: string;
  readonly isRepaired: boolean;
  readonly faults: readonly SourceFault[];
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Text of a file as it is. */
export function readText(file: string): string {
  return withoutMark(readFileSync(file, 'utf8'));
}

/** Bytes that are no UTF-8, each line with its first: nothing says which encoding they are. */
function foreignBytes(file: string, bytes: Buffer): SourceFault[] {
  if (isUtf8(bytes)) return [];
  const lines = bytes.toString('latin1').split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    if (isUtf8(Buffer.from(line, 'latin1'))) return [];
    const words = line.split(/[ \t]/).filter((word) => !isUtf8(Buffer.from(word, 'latin1')));
    const message = `"${words[0]}" is not UTF-8 here: save the file as UTF-8.`;
    return [{ file, line: index + 1, message }];
  });
}

/**
 * Reads a file that a page is made of. What is wrong with its characters is told under the name `shown`; repairs are made
 * in what is read, not in the file.
 */
export function readSourceText(file: string, shown: string, repairs: Repairs): SourceText {
  const bytes = readFileSync(file);
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    const text = withoutMark(new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes));
    return { text, isRepaired: false, faults: [] };
  }
  const foreign = foreignBytes(shown, bytes);
  const read = withoutMark(bytes.toString('utf8'));
  if (foreign.length > 0) return { text: read, isRepaired: false, faults: foreign };
  return checkEncoding(shown, read, repairs);
}
