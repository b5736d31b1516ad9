import { openSync, readSync } from 'node:fs';
import type { LearningObjectRecord } from './learning-object.ts';

const bytesOfNumber = Uint32Array.BYTES_PER_ELEMENT;

/** A record that is read from its file when it is first looked at: most searches look at few of thousands. */
class StoredRecord implements LearningObjectRecord {
  readonly #file: number;
  readonly #start: number;
  readonly #end: number;
  #record: LearningObjectRecord | undefined;

  constructor(file: number, start: number, end: number) {
    this.#file = file;
    this.#start = start;
    this.#end = end;
  }

  get public() {
    return this.#read().public;
  }

  get facets() {
    return this.#read().facets;
  }

  #read(): LearningObjectRecord {
    this.#record ??= JSON.parse(
      readBytes(this.#file, this.#start, this.#end).toString(),
    ) as LearningObjectRecord;
    return this.#record;
  }
}

/** Records as a file's bytes: how many there are, where each one's text ends, and the texts. */
export function encodeRecords(records: readonly LearningObjectRecord[]): Uint8Array {
  const texts = records.map((record) => Buffer.from(JSON.stringify(record)));
  const numbers = new Uint32Array(1 + texts.length);
  numbers[0] = texts.length;
  let end = numbers.byteLength;
  for (const [index, { byteLength }] of texts.entries()) {
    end += byteLength;
    numbers[index + 1] = end;
  }
  return Buffer.concat([new Uint8Array(numbers.buffer), ...texts]);
}

/** The records of a file that `encodeRecords` made the bytes of. It stays open as long as the process. */
export function openRecords(path: string): readonly LearningObjectRecord[] {
  const file = openSync(path, 'r');
  const count = readBytes(file, 0, bytesOfNumber).readUInt32LE();
  let start = (1 + count) * bytesOfNumber;
  const ends = readBytes(file, bytesOfNumber, start);
  return Array.from({ length: count }, (_unused, index) => {
    const end = ends.readUInt32LE(index * bytesOfNumber);
    const record = new StoredRecord(file, start, end);
    start = end;
    return record;
  });
}

function readBytes(file: number, start: number, end: number): Buffer {
  const bytes = Buffer.allocUnsafe(end - start);
  const count = readSync(file, bytes, 0, bytes.length, start);
  if (count < bytes.length)
    throw new Error(`A file of the build is too short: ${end} bytes were expected. Build again.`);
  return bytes;
}
