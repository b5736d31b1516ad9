import type { Operation } from '../../../../../openapi/model/api-model.ts';
import { escapePointerToken } from '../../../../../openapi/model/read/located.ts';
import type { RelationOf } from '../../../../../openapi/model/relations.ts';
import { valueAt } from '../../../../../openapi/model/value-at.ts';
import { showValue } from '../../../../../openapi/operations/judge/describe-schema.ts';
import type { CreateRelationJudge } from '../relation-judge.ts';
import { parameterOf } from '../seen-call.ts';
import { isWrittenAlike } from '../value-at.ts';

/** Compares values as they are written: whether a number comes back as a number is what the body's schema says. */
export const judgeEchoes: CreateRelationJudge<'echoes'> = (relation, operation) => {
  const places = echoedParameters(relation, operation);
  return (call) =>
    places.flatMap(([parameter, pointer]) => {
      const value = parameterOf(call, parameter) ?? relation.absent;
      const echo = valueAt(call.reply.body, pointer);
      if (value === undefined || echo === undefined || isWrittenAlike(value, echo)) return [];
      const message = `${parameter} was ${showValue(value)}, and ${pointer} says ${showValue(echo)}.`;
      const got = showValue(echo);
      return [{ code: 'echo-differs', message, name: pointer, expected: showValue(value), got }];
    });
};

/** Each parameter with the pointer to where it comes back. */
export function echoedParameters(
  { within, parameters }: RelationOf<'echoes'>,
  operation: Operation,
): readonly (readonly [parameter: string, pointer: string])[] {
  const inQuery = operation.parameters.filter((parameter) => parameter.in === 'query');
  const all =
    within === undefined
      ? []
      : inQuery.map(({ name }) => [name, `${within}/${escapePointerToken(name)}`] as const);
  return [...all, ...Object.entries(parameters ?? {})];
}
