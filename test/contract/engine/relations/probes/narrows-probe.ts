import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { guardValues, requestWith, withoutOptional } from './base-request.ts';
import { type BaseCall, createRelationProbe, type RelationProbe } from './relation-probe.ts';

/** Values that nothing has, or hardly anything: where all is found all the same, nobody looked at them. */
export function narrowsProbe(relation: RelationOf<'narrows'>, base: BaseCall): readonly RelationProbe[] {
  const { nothing = {}, little = {}, source } = relation;
  const guard = guardValues(relation, base.request);
  if (guard === undefined) return [];
  const requests = [
    ...Object.entries(nothing).map(([parameter, value]) =>
      requestWith(withoutOptional(base.request), { ...guard, [parameter]: value }),
    ),
    ...Object.entries(little).map(([parameter, value]) =>
      requestWith(base.request, { ...guard, [parameter]: value }),
    ),
  ];
  const names = [...Object.keys(nothing), ...Object.keys(little)].join(', ');
  const name = `values of ${names} that nothing has, or hardly anything`;
  const about = { name, kind: 'narrows', location: source, mostCalls: requests.length } as const;
  return requests.length === 0 ? [] : [createRelationProbe(about, base, () => requests)];
}
