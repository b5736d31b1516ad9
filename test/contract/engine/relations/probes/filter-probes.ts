import type { JsonValue } from '../../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { parameterNamed } from '../../../../../openapi/operations/requests/parameter-named.ts';
import type { RequestValues } from '../../../../../openapi/operations/wire/encode-request.ts';
import { listAt } from '../value-at.ts';
import { enumOf, guardValues, requestWith, withoutOptional } from './base-request.ts';
import { filterCandidate, packFilters } from './choose-filters.ts';
import { type BaseCall, createRelationProbe, type RelationProbe } from './relation-probe.ts';

const mostRequests = 4;

/** Filters with values that the base call shows; and those that are always there, with another value than it had. */
export function filterProbes(
  relations: readonly RelationOf<'filters'>[],
  base: BaseCall,
): readonly RelationProbe[] {
  const [first] = relations;
  if (first === undefined) return [];
  const about = { kind: 'filters', location: first.source } as const;
  const others = otherValues(relations, base);
  const name = 'filters with values that only some items have';
  const seen = createRelationProbe({ ...about, name, mostCalls: mostRequests }, base, ({ body }) =>
    seenFilters(relations, base, body),
  );
  if (others === undefined) return [seen];
  const otherName = 'other values of the filters that are required';
  return [createRelationProbe({ ...about, name: otherName, mostCalls: 1 }, base, () => [others]), seen];
}

function seenFilters(
  relations: readonly RelationOf<'filters'>[],
  { request }: BaseCall,
  body: JsonValue | undefined,
): readonly RequestValues[] {
  const { operation } = request;
  const sent = new Set(request.parameters.map(({ parameter }) => parameter.name));
  const pointer = relations[0]?.items ?? '';
  const items = listAt(body, pointer) ?? [];
  const candidates = relations
    .filter((relation) => relation.must !== 'exist' && relation.items === pointer)
    .flatMap((relation) =>
      Object.entries(relation.parameters)
        .filter(([parameter]) => !sent.has(parameter))
        .map(([parameter, property]) => filterCandidate(relation, parameter, property, items, operation)),
    );
  const packed = packFilters(candidates, items);
  const chosenNames = new Set(packed.flat().map(({ parameter }) => parameter));
  // All items have the same: with another value of the enum none of them may come.
  const unseen = candidates.flatMap(({ parameter: name, values }) => {
    const parameter = parameterNamed(operation, name);
    const other = parameter && enumOf(parameter)?.find((value) => !values.includes(value));
    return chosenNames.has(name) || other === undefined ? [] : [requestWith(request, { [name]: other })];
  });
  const seen = packed.map((chosen) =>
    requestWith(request, Object.fromEntries(chosen.map(({ parameter, value }) => [parameter, value]))),
  );
  return [...seen, ...unseen];
}

/** Undefined where no required filter has a second value. */
function otherValues(
  relations: readonly RelationOf<'filters'>[],
  { request }: BaseCall,
): RequestValues | undefined {
  const filtering = new Set(relations.flatMap(({ parameters }) => Object.keys(parameters)));
  const others = request.parameters.flatMap(({ parameter, value }) => {
    const { isRequired, name } = parameter;
    const other = enumOf(parameter)?.find((one) => one !== value);
    return filtering.has(name) && isRequired && other !== undefined ? [[name, other] as const] : [];
  });
  const guards = relations.map((relation) => guardValues(relation, request));
  if (others.length === 0) return undefined;
  return requestWith(withoutOptional(request), Object.assign({}, ...guards, Object.fromEntries(others)));
}
