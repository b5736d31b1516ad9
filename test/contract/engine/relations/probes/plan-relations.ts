import type { Operation } from '../../../../../openapi/model/api-model.ts';
import type { RelationKind, RelationOf } from '../../../../../openapi/model/relations.ts';
import { baseRequest } from './base-request.ts';
import { filterProbes } from './filter-probes.ts';
import { narrowsProbe } from './narrows-probe.ts';
import { ordersProbe } from './orders-probe.ts';
import { pagesProbe } from './pages-probe.ts';
import type { BaseCall, RelationProbe } from './relation-probe.ts';
import { separatesProbe } from './separates-probe.ts';

/**
 * What to send to exercise the relations of an operation, what shows most first: small pages, and filters of which each must
 * show if it is ignored. Ask the probes one after the other: the first sends a call that all of them begin with. Echoes, lists
 * and what is fresh need no calls of their own.
 */
export function planRelations(operation: Operation): readonly RelationProbe[] {
  const base: BaseCall = { request: baseRequest(operation), reply: undefined };
  const [pages] = relationsOf(operation, 'pages');
  return [
    ...(pages === undefined ? [] : [pagesProbe(pages, base)]),
    ...filterProbes(relationsOf(operation, 'filters'), base),
    ...relationsOf(operation, 'narrows').flatMap((relation) => narrowsProbe(relation, base)),
    ...relationsOf(operation, 'separates').flatMap((relation) => separatesProbe(relation, base)),
    ...relationsOf(operation, 'orders').map((relation) => ordersProbe(relation, base)),
  ];
}

export function relationsOf<Kind extends RelationKind>(
  { relations }: Operation,
  kind: Kind,
): readonly RelationOf<Kind>[] {
  return relations.filter((relation): relation is RelationOf<Kind> => relation.kind === kind);
}
