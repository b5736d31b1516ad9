import type { OwnRelation } from '../../engine/relations/create-relations.ts';
import { brokenFilters } from '../../engine/relations/kinds/filters.ts';
import { parameterOf } from '../../engine/relations/seen-call.ts';
import { findingAt, isImportant, searchCallOf } from './search-call.ts';

/** What ends in `!important` is kept also where a search gives up filters: then the relations of the document are silent. */
export const judgeImportant: OwnRelation = () => (call) => {
  if (searchCallOf(call)?.code !== 'B00') return [];
  return call.operation.relations.flatMap((relation) =>
    relation.kind === 'filters' && relation.must !== 'exist'
      ? brokenFilters(relation, call, (parameter) => isImportant(parameterOf(call, parameter))).map(
          (broken) => findingAt(call, undefined, { ...broken, basis: 'document' }),
        )
      : [],
  );
};
