import fc from 'fast-check';
import type { JsonValue } from '../../../openapi/model/api-model.ts';
import { changeDocument, type DocumentChange } from './change-document.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { oddHandlers } from './odd-handlers.ts';
import { oddParts } from './odd-parts.ts';
import { oddRequests } from './odd-requests.ts';
import { oddStrings } from './odd-strings.ts';
import { oddSchemas, oddValues } from './odd-values.ts';

const place = fc.nat();
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...oddStrings) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const change: fc.Arbitrary<DocumentChange> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ place, kind: fc.constant('text' as const), by: text }) },
  { weight: 2, arbitrary: fc.record({ place, kind: fc.constant('name' as const), by: text }) },
  {
    weight: 2,
    arbitrary: fc.record({
      place,
      kind: fc.constant('value' as const),
      by: fc.constantFrom(...oddValues, ...oddSchemas),
    }),
  },
  { weight: 1, arbitrary: fc.record({ place, kind: fc.constant('remove' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ place, kind: fc.constant('part' as const), by: fc.constantFrom(...oddParts) }),
  },
);

/** The case of a seed: one of the documents, changed in a few places, with odd handlers or none, and some odd requests. */
export function caseOfSeed(seed: number, documents: readonly JsonValue[]): FuzzCase {
  const arbitrary = fc
    .record({
      document: fc.constantFrom(...documents),
      changes: fc.array(change, { maxLength: 4 }),
      handlers: fc.oneof(
        fc.constant([]),
        fc.array(fc.constantFrom(...oddHandlers.keys()), { minLength: 1, maxLength: 6 }),
      ),
      requests: fc.array(fc.constantFrom(...oddRequests), { maxLength: 6 }),
      gateway: fc.constantFrom('documented' as const, 'documented' as const, 'aws' as const),
    })
    .map(({ document, changes, ...rest }) => ({
      ...rest,
      document: changes.reduce(changeDocument, document),
    }));
  const [given] = fc.sample(arbitrary, { seed, numRuns: 1 });
  if (given === undefined) throw new Error(`There is no case of seed ${seed}.`);
  return given;
}
