import type { JsonValue, Operation } from '../../../../openapi/model/api-model.ts';
import { valueAt } from '../../../../openapi/model/value-at.ts';
import { echoedParameters } from '../../../../test/contract/engine/relations/kinds/echoes.ts';
import { presentationOf } from '../../../../test/contract/engine/relations/kinds/narrows.ts';
import { relationsOf } from '../../../../test/contract/engine/relations/probes/plan-relations.ts';
import { listAt } from '../../../../test/contract/engine/relations/value-at.ts';
import { changeAt } from '../change-at.ts';
import { type Grounds, queryParametersOf, relationOfKind, usualText, writtenValue } from '../grounds.ts';
import {
  type ApiMutant,
  changedBodies,
  jsonOf,
  type PassingRequest,
  type SoundApi,
  sentValue,
  withQuery,
} from '../mutant.ts';

/** The body of the reply to another request, with the echoes and ids of the sound one: nothing else gives it away. */
export async function insteadOf(
  sound: JsonValue,
  other: PassingRequest,
  api: SoundApi,
  operation: Operation,
): Promise<JsonValue | undefined> {
  const body = jsonOf(await api.askAside(other));
  if (body === undefined) return undefined;
  const echoes = relationsOf(operation, 'echoes');
  const pointers = [
    ...echoes.flatMap((relation) => echoedParameters(relation, operation).map(([, pointer]) => pointer)),
    ...relationsOf(operation, 'fresh').flatMap(({ values }) => values),
  ];
  return pointers.reduce((changed, pointer) => copied(changed, sound, pointer), body);
}

/** With the value that another body has in that place. */
function copied(body: JsonValue, from: JsonValue, pointer: string): JsonValue {
  const value = valueAt(from, pointer);
  return value === undefined ? body : (changeAt(body, pointer, () => value) ?? body);
}

/** Parameters that say what is found: each ignored, and for each an item that does not belong. */
export function filterMutants(grounds: Grounds): readonly ApiMutant[] {
  return grounds.operations.flatMap((operation) => {
    const { operationId } = operation;
    const pages = relationOfKind(operation, 'pages');
    if (pages === undefined) return [];
    const aside = presentationOf(operation);
    // What they change is said nowhere in a way that a reply could break.
    const isFilter = (name: string) => !aside.has(name) && !['model', 'match'].includes(name);
    const filters = queryParametersOf(operation).filter(({ name }) => isFilter(name));
    return filters.flatMap((parameter): readonly ApiMutant[] => {
      const { name, isRequired } = parameter;
      const without = (request: PassingRequest) =>
        withQuery(request, { [name]: isRequired ? usualText(parameter) : undefined });
      const about = [name];
      const base = { class: 'filters ignored', operationId, about } as const;
      return [
        {
          ...base,
          name: `${operationId}: ${name} is ignored`,
          create: () =>
            changedBodies(operation, (body, request, api) =>
              sentValue(request, name) === undefined
                ? undefined
                : insteadOf(body, without(request), api, operation),
            ),
        },
        ...shownProperties(operation, name).map(
          (pointer): ApiMutant => ({
            ...base,
            name: `${operationId}: an item that ${name} excludes is there`,
            create: () =>
              changedBodies(operation, async (body, request, api) => {
                if (sentValue(request, name) === undefined) return undefined;
                const found = new Set(
                  (await itemsOf(operation, request, api)).map((item) => writtenValue(item)),
                );
                const all = await itemsOf(operation, without(request), api);
                const stranger = all.find(
                  (item) => !found.has(writtenValue(item)) && valueAt(item, pointer) !== undefined,
                );
                return stranger && changeAt(body, `${pages.items}/*`, () => stranger);
              }),
          }),
        ),
      ];
    });
  });
}

/** Where items show what a filter is about. */
function shownProperties(operation: Operation, parameter: string): readonly string[] {
  const pointers = relationsOf(operation, 'filters').flatMap(({ must, parameters }) =>
    must === 'exist' ? [] : (parameters[parameter] ?? []),
  );
  return pointers.slice(0, 1);
}

const mostPages = 8;

/** The items of a query, however many pages they take. */
async function itemsOf(
  operation: Operation,
  request: PassingRequest,
  api: SoundApi,
): Promise<readonly JsonValue[]> {
  const pages = relationOfKind(operation, 'pages');
  if (pages === undefined) return [];
  const size = operation.parameters.find(({ name }) => name === pages.size);
  const most = Number(size?.schema.constraints.maximum ?? 10);
  const items: JsonValue[] = [];
  for (let index = 0; index < mostPages; index += 1) {
    const place = pages.page === undefined ? index * most : (pages.first ?? 0) + index;
    const query = { [pages.size]: String(most), [pages.page ?? pages.offset ?? '']: String(place) };
    const found = listAt(jsonOf(await api.askAside(withQuery(request, query))), pages.items) ?? [];
    items.push(...found);
    if (found.length < most) break;
  }
  return items;
}
