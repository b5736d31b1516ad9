import { valueAt } from '../../../../../openapi/model/value-at.ts';
import { showValue } from '../../../../../openapi/operations/judge/describe-schema.ts';
import { type CreateRelationJudge, createMemory } from '../relation-judge.ts';
import { textOfValue } from '../value-at.ts';

export const judgeFresh: CreateRelationJudge<'fresh'> = ({ values: pointers }) => {
  const memory = createMemory<string>(50 * pointers.length);
  return ({ reply }) =>
    pointers.flatMap((pointer) => {
      const value = valueAt(reply.body, pointer);
      if (value === undefined) return [];
      const text = `${pointer} ${textOfValue(value)}`;
      const isOld = memory.all.includes(text);
      memory.keep(text);
      if (!isOld) return [];
      const message = `${pointer} is ${showValue(value)} again: it is another in every reply.`;
      return [{ code: 'value-repeated', message, name: pointer, got: showValue(value) }];
    });
};
