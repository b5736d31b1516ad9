import { closeSync, openSync, writeSync } from 'node:fs';
import type { RecordedCall } from '../../../openapi/operations/wire/har/recorded-call.ts';
import { harFrame, writeHarEntry } from '../../../openapi/operations/wire/har/write-har.ts';

/** A HAR that is written call by call: nothing of it is kept in memory. */
export interface HarFile {
  add(call: RecordedCall): void;
  close(): void;
}

/** Opened at once: a file that can't be written is known before the first call. */
export function openHarFile(path: string): HarFile {
  const file = openSync(path, 'w');
  writeSync(file, harFrame.opening);
  let isFirst = true;
  return {
    add(call) {
      writeSync(file, (isFirst ? '' : harFrame.between) + JSON.stringify(writeHarEntry(call)));
      isFirst = false;
    },
    close() {
      writeSync(file, harFrame.closing);
      closeSync(file);
    },
  };
}
