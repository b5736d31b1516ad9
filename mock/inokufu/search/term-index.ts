/** The terms of one record: a list for each of its fields, in order, repetitions included. */
export type FieldTerms = readonly (readonly string[])[];

/** Which records have which terms in which fields, as plain numbers: read from a file in a few milliseconds. */
export interface TermIndex {
  /** Sorted by UTF-16 code units, so that those with one beginning are neighbours. */
  readonly terms: readonly string[];
  readonly fieldCount: number;
  /** At `term * fieldCount + field`: where its places begin in the two lists below; they end where the next begin. */
  readonly starts: Uint32Array;
  /** Positions of the records that have the term in the field, ascending. */
  readonly positions: Uint32Array;
  /** How often each of those has it. */
  readonly counts: Uint32Array;
  /** At `position * fieldCount + field`: how many different terms the field has. */
  readonly lengths: Uint32Array;
}

/** Indexes records; `fieldCount` lists of terms are expected of each. */
export function buildTermIndex(records: readonly FieldTerms[], fieldCount: number): TermIndex {
  const places = new Map<string, Map<number, number>[]>();
  const lengths = new Uint32Array(records.length * fieldCount);
  records.forEach((fields, position) => {
    fields.forEach((terms, field) => {
      lengths[position * fieldCount + field] = new Set(terms).size;
      for (const term of terms) {
        const byField = places.get(term) ?? Array.from({ length: fieldCount }, () => new Map());
        places.set(term, byField);
        const counts = byField[field];
        counts?.set(position, (counts.get(position) ?? 0) + 1);
      }
    });
  });
  const terms = [...places.keys()].sort();
  const lists = terms.flatMap((term) => places.get(term) ?? []);
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, index) => {
    starts[index + 1] = (starts[index] ?? 0) + list.size;
  });
  return {
    terms,
    fieldCount,
    starts,
    positions: Uint32Array.from(lists.flatMap((list) => [...list.keys()])),
    counts: Uint32Array.from(lists.flatMap((list) => [...list.values()])),
    lengths,
  };
}

/** The bytes of an index: how long each list of numbers is, those lists, and the terms, one a line. */
export function encodeTermIndex({ terms, fieldCount, ...lists }: TermIndex): Uint8Array {
  const { starts, positions, counts, lengths } = lists;
  const head = Uint32Array.of(fieldCount, starts.length, positions.length, lengths.length);
  const numbers = [head, starts, positions, counts, lengths].map(
    (list) => new Uint8Array(list.buffer, list.byteOffset, list.byteLength),
  );
  return Buffer.concat([...numbers, Buffer.from(terms.join('\n'))]);
}

/** Reads what `encodeTermIndex` wrote, on a machine with the same order of bytes. */
export function decodeTermIndex(bytes: Uint8Array): TermIndex {
  // A copy of its own, because numbers of four bytes must begin at a multiple of four.
  const { buffer } = new Uint8Array(bytes);
  const [fieldCount = 0, startCount = 0, placeCount = 0, lengthCount = 0] = new Uint32Array(buffer, 0, 4);
  let next = 16;
  const read = (count: number): Uint32Array => {
    const list = new Uint32Array(buffer, next, count);
    next += list.byteLength;
    return list;
  };
  const [starts, positions, counts, lengths] = [startCount, placeCount, placeCount, lengthCount].map(read);
  if (!starts || !positions || !counts || !lengths)
    throw new Error('Four lists were read, and one is missing.');
  const terms = new TextDecoder().decode(new Uint8Array(buffer, next)).split('\n');
  return { terms, fieldCount, starts, positions, counts, lengths };
}
