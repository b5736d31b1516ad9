import type { JsonValue, Operation } from '../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../openapi/model/relations.ts';
import { changeAt } from '../change-at.ts';
import { type Grounds, relationOfKind } from '../grounds.ts';
import { type ApiMutant, changedBodies, sentValue, withQuery } from '../mutant.ts';
import { insteadOf } from './filter-mutants.ts';

/** Orders that are no order: of each value of the parameter, and of the parameter as a whole. */
export function sortMutants(grounds: Grounds): readonly ApiMutant[] {
  return grounds.operations.flatMap((operation) => {
    const relation = relationOfKind(operation, 'orders');
    if (relation === undefined) return [];
    const { parameter } = relation;
    const known = operation.parameters.find(({ name }) => name === parameter);
    const orders = (known?.schema.enum ?? []).map(String);
    const usual = String(known?.schema.default ?? orders[0]);
    return orders.flatMap((order) => [
      ...(order === usual ? [] : [ignored(operation, parameter, order, usual)]),
      ...Object.entries(disorders).map(([what, change]) =>
        disordered(operation, relation, order, usual, what, change),
      ),
    ]);
  });
}

const disorders: Readonly<
  Record<string, (items: readonly JsonValue[], calls: number) => readonly JsonValue[]>
> = {
  'is the other way round within a page': (items) => items.toReversed(),
  'is another one in every call': (items, calls) => {
    const by = items.length === 0 ? 0 : calls % items.length;
    return [...items.slice(by), ...items.slice(0, by)];
  },
  'has two items in the wrong place': (items) =>
    items.length < 3 ? items : [items.at(-1) ?? null, ...items.slice(1, -1), items[0] ?? null],
};

function ignored(operation: Operation, parameter: string, order: string, usual: string): ApiMutant {
  return {
    class: 'sort',
    name: `${operation.operationId}: ${parameter}=${order} is ignored`,
    operationId: operation.operationId,
    about: [parameter],
    create: () =>
      changedBodies(operation, (body, request, api) =>
        sentValue(request, parameter) === order
          ? insteadOf(body, withQuery(request, { [parameter]: usual }), api, operation)
          : undefined,
      ),
  };
}

function disordered(
  operation: Operation,
  { parameter, items: pointer }: RelationOf<'orders'>,
  order: string,
  usual: string,
  what: string,
  change: (items: readonly JsonValue[], calls: number) => readonly JsonValue[],
): ApiMutant {
  return {
    class: 'sort',
    name: `${operation.operationId}: the order ${order} ${what}`,
    operationId: operation.operationId,
    about: [parameter, pointer],
    create: () => {
      let calls = 0;
      return changedBodies(operation, (body, request) => {
        if ((sentValue(request, parameter) ?? usual) !== order) return undefined;
        calls += 1;
        return changeAt(body, pointer, (items) => change(items as readonly JsonValue[], calls));
      });
    },
  };
}
