import type { JsonValue } from '../../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { parameterValue } from '../../../../../openapi/operations/requests/documented-request.ts';
import type { RequestValues } from '../../../../../openapi/operations/wire/encode-request.ts';
import { requestWith } from './base-request.ts';
import { type BaseCall, createRelationProbe, type RelationProbe } from './relation-probe.ts';

const mostOrders = 3;

/** What comes first in an order, asked for alone; then the same query in other orders, of which each must be one. */
export function ordersProbe(relation: RelationOf<'orders'>, base: BaseCall): RelationProbe {
  const { parameter: name, first = {}, ascending = {}, descending = {}, source } = relation;
  const { request } = base;
  const { operation, parameters } = request;
  const ordering = operation.parameters.find((one) => one.name === name);
  const sent = parameters.find(({ parameter }) => parameter.name === name)?.value ?? ordering?.schema.default;
  const bounded = Object.entries(first).flatMap(([order, bounding]): readonly RequestValues[] => {
    const bound = operation.parameters.find((one) => one.name === bounding);
    return bound === undefined
      ? []
      : [requestWith(request, { [name]: order, [bounding]: parameterValue(bound) })];
  });
  const shown = [...Object.keys(ascending), ...Object.keys(descending)];
  const known: readonly JsonValue[] = ordering?.schema.enum ?? [];
  const others = [...new Set([...shown, ...known])].filter((order) => order !== sent);
  const inOrder = (order: JsonValue) => requestWith(request, { [name]: order });
  const requests = [
    ...bounded,
    ...others.slice(0, mostOrders).flatMap((order) =>
      // What items don't show, pages do.
      shown.includes(String(order)) ? [inOrder(order)] : [inOrder(order), ...smallPage(inOrder(order))],
    ),
  ];
  const about = { name: `orders of ${name}`, kind: 'orders', location: source } as const;
  return createRelationProbe({ ...about, mostCalls: requests.length }, base, () => requests);
}

/** The beginning in an order once more: where it has other items than the large page has in that place, that is no order. */
function smallPage(request: RequestValues): readonly RequestValues[] {
  const pages = request.operation.relations.find((relation) => relation.kind === 'pages');
  return pages === undefined ? [] : [requestWith(request, { [pages.size]: 2 })];
}
