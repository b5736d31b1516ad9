/** FNV-1a over UTF-16 units: one 32-bit number for a text. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Gives every position a place in a shuffled order that depends on the key alone: the same on each page. */
export function createRandomOrder(key: string): (position: number) => number {
  const seed = hashText(key);
  return (position) => {
    // The finaliser of MurmurHash3: neighbours end up far apart.
    let mixed = (seed ^ Math.imul(position + 1, 0x9e3779b1)) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}
