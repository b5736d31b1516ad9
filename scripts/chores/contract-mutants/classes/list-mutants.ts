import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { valueAt } from '../../../../openapi/model/value-at.ts';
import { relationsOf } from '../../../../test/contract/engine/relations/probes/plan-relations.ts';
import { listAt } from '../../../../test/contract/engine/relations/value-at.ts';
import { changeAt } from '../change-at.ts';
import type { Grounds } from '../grounds.ts';
import { type ApiMutant, changedBodies } from '../mutant.ts';

/** Lists that differ from the enum that they are of; ids that come again. */
export function listMutants(grounds: Grounds): readonly ApiMutant[] {
  return grounds.operations.flatMap((operation) => {
    const { operationId } = operation;
    const mutant = (what: string, about: readonly string[], create: ApiMutant['create']): ApiMutant => ({
      class: 'fresh and lists',
      name: `${operationId}: ${what}`,
      operationId,
      about,
      create,
    });
    const lists = relationsOf(operation, 'lists').flatMap(({ items: pointer, property, parameter }) => {
      const changes: Readonly<Record<string, (items: readonly JsonValue[]) => readonly JsonValue[]>> = {
        'one is missing': (items) => items.slice(1),
        'the last one is missing': (items) => items.slice(0, -1),
        'one more is there': (items) => [...items, renamed(items[0] ?? null, property, 'another')],
        'one has another name': (items) => [
          renamed(items[0] ?? null, property, 'renamed'),
          ...items.slice(1),
        ],
      };
      return Object.entries(changes).map(([what, change]) =>
        mutant(`${what} of what ${parameter} takes`, [parameter], () =>
          changedBodies(operation, (body) =>
            changeAt(body, pointer, () => change(listAt(body, pointer) ?? [])),
          ),
        ),
      );
    });
    const fresh = relationsOf(operation, 'fresh').flatMap(({ values }) =>
      values.flatMap((pointer) =>
        [true, false].map((isAlways) =>
          mutant(
            `${pointer} ${isAlways ? 'never changes' : 'is that of the call before, every other time'}`,
            [pointer],
            () => {
              let [first, calls] = [undefined as JsonValue | undefined, 0];
              return changedBodies(operation, (body) => {
                const value = valueAt(body, pointer);
                calls += 1;
                if (first === undefined || (!isAlways && calls % 2 === 1)) {
                  first = value;
                  return undefined;
                }
                const old = first;
                return changeAt(body, pointer, () => old);
              });
            },
          ),
        ),
      ),
    );
    return [...lists, ...fresh];
  });
}

function renamed(item: JsonValue, property: string, name: string): JsonValue {
  return changeAt(item, property, () => name) ?? item;
}
