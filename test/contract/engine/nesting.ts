import type { JsonValue } from '../../../openapi/model/api-model.ts';

/** Judges walk a body by calling themselves: deeper than this, whether they come back hangs on the size of the stack. */
export const deepestLevel = 500;

/** Whether lists and objects lie deeper in each other than so many levels; itself without recursion. */
export function isNestedDeeper(value: JsonValue | undefined, levels: number): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= levels; depth += 1) {
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
