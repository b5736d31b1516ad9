import { valueAt } from '../../../../openapi/model/value-at.ts';
import { numberAt } from '../../../../test/contract/engine/relations/value-at.ts';
import { isInokufuDocument } from '../../../../test/contract/inokufu/inokufu-dialect.ts';
import { changeAt } from '../change-at.ts';
import type { Grounds } from '../grounds.ts';
import { type ApiMutant, changedBodies } from '../mutant.ts';

const pointer = '/response/msg';
const totalPointer = '/response/metadata/total number item';
const wrongCodes = [
  ['A00', 'C00'],
  ['A00', 'B00'],
  ['B00', 'C00'],
  ['C00', 'A00'],
  ['C00', 'B00'],
] as const;

/** A search that says of its result what is not so. */
export function resultCodeMutants({ subject: { model }, operations, calls }: Grounds): readonly ApiMutant[] {
  if (!isInokufuDocument(model)) return [];
  const searches = operations.filter(({ operationId }) => operationId.startsWith('search'));
  return searches.flatMap((operation) =>
    wrongCodes
      .filter(([right]) =>
        calls.some(
          ({ request, reply }) =>
            request.operation === operation && String(reply.body).includes(`"${right} `),
        ),
      )
      .map(
        ([right, wrong]): ApiMutant => ({
          class: 'result code',
          name: `${operation.operationId}: ${wrong} for ${right}`,
          operationId: operation.operationId,
          about: [pointer],
          create: () =>
            changedBodies(operation, (body) => {
              if (
                numberAt(body, totalPointer) === undefined ||
                !String(valueAt(body, pointer)).startsWith(right)
              )
                return undefined;
              return changeAt(body, pointer, (text) => String(text).replace(right, wrong));
            }),
        }),
      ),
  );
}
