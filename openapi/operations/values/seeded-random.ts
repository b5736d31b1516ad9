/** A source of numbers from 0 to below 1 that gives the same sequence for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the items; the first where nothing is left to chance. */
export function pick<Item>(items: readonly Item[], random: (() => number) | undefined): Item | undefined {
  return random === undefined ? items[0] : items[Math.floor(random() * items.length)];
}
