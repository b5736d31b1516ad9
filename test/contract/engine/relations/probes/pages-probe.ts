import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import type { RequestValues } from '../../../../../openapi/operations/wire/encode-request.ts';
import { listAt, numberAt } from '../value-at.ts';
import { guardValues, requestWith } from './base-request.ts';
import { type BaseCall, createRelationProbe, type RelationProbe } from './relation-probe.ts';

/** APIs refuse pages that lie far behind, and say so nowhere. */
const farthestItem = 1_000;

/**
 * The base call is a large first page: a small second one lies inside of it. Then the last page, the one after it, and a last one
 * that is full: after it comes nothing, which only the total tells.
 */
export function pagesProbe(relation: RelationOf<'pages'>, base: BaseCall): RelationProbe {
  const { page, offset, first = 0, size, items: pointer, total: totalPointer, source } = relation;
  const { request } = base;
  const name = 'a small page, the last one and the one after it';
  return createRelationProbe({ name, kind: 'pages', location: source, mostCalls: 4 }, base, ({ body }) => {
    const guard = guardValues(relation, request);
    const count = listAt(body, pointer)?.length ?? 0;
    const most = request.parameters.find(({ parameter }) => parameter.name === size)?.value;
    if (count < 2 || typeof most !== 'number' || guard === undefined) return [];
    const pageAt = (number: number, of: number): RequestValues =>
      requestWith(request, {
        ...guard,
        [size]: of,
        [page ?? offset ?? '']: page === undefined ? number * of : first + number,
      });
    const total = numberAt(body, totalPointer) ?? (count < most ? count : undefined);
    const small = pageAt(1, Math.min(2, Math.floor(count / 2)));
    if (total === undefined || total > farthestItem) return [small];
    const last = Math.ceil(total / most) - 1;
    const whole = divisorUpTo(most, total);
    return [
      small,
      ...(last > 0 ? [pageAt(last, most)] : []),
      pageAt(last + 1, most),
      ...(whole === most || total === 0 ? [] : [pageAt(total / whole - 1, whole)]),
    ];
  });
}

/** The largest size of which pages come out even. */
function divisorUpTo(most: number, total: number): number {
  let size = Math.min(most, total);
  while (size > 1 && total % size !== 0) size -= 1;
  return size;
}
