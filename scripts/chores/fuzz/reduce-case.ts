import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { placesOf, removedAt, replacedAt } from './change-document.ts';
import type { FuzzCase } from './fuzz-case.ts';

const longestMs = 90_000;
const shortText = 4;

/**
 * Takes away from a case whatever its failure does not need: members and items first, the large before the small, then halves
 * of texts. Stops after a while: what is left is small enough to read long before it is the smallest.
 */
export async function reduceCase(
  given: FuzzCase,
  stillFails: (smaller: FuzzCase) => Promise<boolean>,
): Promise<FuzzCase> {
  const started = performance.now();
  let current = given;
  for (const smallerAt of [withoutMember, withHalfText]) {
    for (let index = 0; performance.now() - started < longestMs; ) {
      const smaller = smallerAt(current, index);
      if (smaller === undefined) break;
      if (smaller !== current && (await stillFails(smaller))) current = smaller;
      else index += 1;
    }
  }
  return current;
}

/** The case without its so-many-eth member; the same where it can't be without it; undefined after the last. */
function withoutMember(given: FuzzCase, index: number): FuzzCase | undefined {
  const path = [...placesOf(asJson(given))].map(([place]) => place).filter((place) => place.length > 1)[
    index
  ];
  return path && (removedAt(asJson(given), path) as unknown as FuzzCase); // Below its own members it is as it was.
}

function withHalfText(given: FuzzCase, index: number): FuzzCase | undefined {
  const texts = [...placesOf(asJson(given))].filter(
    ([place, value]) => place[0] === 'document' && typeof value === 'string',
  );
  const [path, text = ''] = texts[index] ?? [];
  if (path === undefined || typeof text !== 'string') return undefined;
  if (text.length <= shortText) return given;
  return replacedAt(asJson(given), path, () => text.slice(0, text.length / 2)) as unknown as FuzzCase; // As above.
}

/** A case is plain JSON, which its type does not say. */
function asJson(given: FuzzCase): JsonValue {
  return given as unknown as JsonValue;
}
