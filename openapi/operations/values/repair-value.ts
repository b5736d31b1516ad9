import type { JsonObject, JsonValue } from '../../model/api-model.ts';
import { jsonText } from '../../model/json-text.ts';
import { findMisfits } from '../../model/schema/compile-schema.ts';
import { type MakeValue, repairsOf } from './repairs.ts';

/** So many values are checked at most: a schema that nothing fits would take for ever. */
const mostChecks = 120;
/** A value with more misfits than that is beyond repair, step by step. */
const mostTried = 8;

/**
 * A value made to fit by what the validator says of it, whichever keyword it is: of each misfit's repairs the one is taken that
 * leaves the fewest. undefined where that leads nowhere.
 */
export function repairValue(value: JsonValue, schema: JsonObject, make: MakeValue): JsonValue | undefined {
  const seen = new Set([jsonText(value)]);
  let current = { value, misfits: misfitsOf(schema, value) };
  while (current.misfits.length > 0) {
    let best: typeof current | undefined;
    search: for (const misfit of current.misfits.slice(0, mostTried))
      for (const repaired of repairsOf(misfit, current.value, make)) {
        const text = jsonText(repaired);
        if (seen.has(text)) continue;
        if (seen.size > mostChecks) return undefined;
        seen.add(text);
        const misfits = misfitsOf(schema, repaired);
        if (best === undefined || misfits.length < best.misfits.length) best = { value: repaired, misfits };
        if (misfits.length < current.misfits.length) break search;
      }
    if (best === undefined) return undefined;
    current = best;
  }
  return current.value;
}

/** `if` only says that one of its two failed. */
function misfitsOf(schema: JsonObject, value: JsonValue) {
  return findMisfits(schema, value).filter(({ keyword }) => keyword !== 'if');
}
