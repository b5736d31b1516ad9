import { listedValues } from '../../../../../openapi/model/check/check-lists.ts';
import { valueAt } from '../../../../../openapi/model/value-at.ts';
import { showValue } from '../../../../../openapi/operations/judge/describe-schema.ts';
import { parameterNamed } from '../../../../../openapi/operations/requests/parameter-named.ts';
import type { CreateRelationJudge } from '../relation-judge.ts';
import { isWrittenAlike, listAt } from '../value-at.ts';

export const judgeLists: CreateRelationJudge<'lists'> = (relation, operation, model) => {
  const { items: pointer, property, parameter: name, of } = relation;
  const other = model.operations.find(({ operationId }) => operationId === of);
  const parameter = other && parameterNamed(other, name);
  const taken = (parameter && listedValues(parameter)) ?? [];
  return ({ reply }) => {
    const listed = (listAt(reply.body, pointer) ?? []).flatMap((item) => valueAt(item, property) ?? []);
    const missing = taken.filter((value) => !listed.some((one) => isWrittenAlike(one, value)));
    const more = listed.filter((value) => !taken.some((one) => isWrittenAlike(one, value)));
    const words = (values: typeof taken) => values.map(showValue).join(', ');
    const expected = words(taken);
    const got = words(listed);
    const finding = { code: 'list-differs', name: pointer, expected, got };
    return [
      ...(missing.length > 0
        ? [
            {
              ...finding,
              message: `${of} takes ${words(missing)} as ${name}, which ${operation.operationId} does not list.`,
            },
          ]
        : []),
      ...(more.length > 0
        ? [
            {
              ...finding,
              message: `${operation.operationId} lists ${words(more)}, which ${of} does not take as ${name}.`,
            },
          ]
        : []),
    ];
  };
};
