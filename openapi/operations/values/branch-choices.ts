import type { SchemaNode } from '../../model/schema/schema-node.ts';

const mostWays = 24;

/** One way through the branches that a shape meets: `take` chooses of each `oneOf` and `anyOf`. */
export interface BranchChoices {
  take(branches: readonly SchemaNode[]): SchemaNode | undefined;
}

/** All ways through the branches that the shape meets, like an odometer: the last choice turns first. */
export function* branchChoices(): Generator<BranchChoices> {
  let indexes: number[] = [];
  for (let round = 0; round < mostWays; round++) {
    const sizes: number[] = [];
    const current = indexes;
    yield {
      take(branches) {
        sizes.push(branches.length);
        return branches[current[sizes.length - 1] ?? 0];
      },
    };
    const next = sizes.map((_, position) => current[position] ?? 0);
    let position = next.length - 1;
    while (position >= 0 && (next[position] ?? 0) + 1 >= (sizes[position] ?? 0)) position--;
    if (position < 0) return;
    indexes = [...next.slice(0, position), (next[position] ?? 0) + 1];
  }
}
