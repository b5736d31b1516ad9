/** In how many calls each of some things was seen. */
export interface CallCounts<Thing> {
  add(thing: Thing, times?: number): void;
  of(thing: Thing): number;
  /** In the order in which they were first seen. */
  readonly all: readonly (readonly [Thing, number])[];
}

/** `most`: so many different things, and no more: what a client makes up must not fill the memory. */
export function createCallCounts<Thing>(most = Number.POSITIVE_INFINITY): CallCounts<Thing> {
  const counts = new Map<Thing, number>();
  return {
    add(thing, times = 1) {
      const count = counts.get(thing) ?? 0;
      if (count > 0 || counts.size < most) counts.set(thing, count + times);
    },
    of: (thing) => counts.get(thing) ?? 0,
    get all() {
      return [...counts];
    },
  };
}

/** Of things that the document does not have. */
export const mostUndocumented = 200;
