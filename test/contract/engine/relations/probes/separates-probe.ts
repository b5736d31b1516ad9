import type { Operation } from '../../../../../openapi/model/api-model.ts';
import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { parameterValue } from '../../../../../openapi/operations/requests/documented-request.ts';
import { parameterNamed } from '../../../../../openapi/operations/requests/parameter-named.ts';
import { isTaken, requestWith } from './base-request.ts';
import { type BaseCall, createRelationProbe, type RelationProbe } from './relation-probe.ts';

/** From a bound on, and up to just below it. Of bounds that the items show the filters' probe knows more. */
export function separatesProbe(
  { from, to, source }: RelationOf<'separates'>,
  base: BaseCall,
): readonly RelationProbe[] {
  const { request } = base;
  const { operation } = request;
  const parameter = parameterNamed(operation, from);
  // Also of a value with a word behind it.
  const bound = parameter && Number.parseFloat(String(parameterValue(parameter)));
  if (
    bound === undefined ||
    !isTaken(operation, from, bound) ||
    isShown(operation, from) ||
    isShown(operation, to)
  )
    return [];
  const below = [bound - 1, bound - 0.1].find((one) => isTaken(operation, to, one));
  if (below === undefined) return [];
  const requests = [requestWith(request, { [from]: bound }), requestWith(request, { [to]: below })];
  const name = `${from} ${bound}, and ${to} ${below}`;
  const about = { name, kind: 'separates', location: source, mostCalls: 2 } as const;
  return [createRelationProbe(about, base, () => requests)];
}

function isShown({ relations }: Operation, name: string): boolean {
  return relations.some(
    (relation) =>
      relation.kind === 'filters' && relation.must !== 'exist' && Object.hasOwn(relation.parameters, name),
  );
}
