import type {
  ApiModel,
  JsonValue,
  Link,
  Operation,
  ParameterLocation,
} from '../../../openapi/model/api-model.ts';
import { pointerTokens } from '../../../openapi/model/read/located.ts';
import { valueAt } from '../../../openapi/model/value-at.ts';
import { findResponse } from '../../../openapi/operations/values/example-replies.ts';
import type { ReceivedReply } from '../../../openapi/operations/wire/read-reply.ts';
import type { OperationValues } from './given-values.ts';

/** What a reply's links give for other operations, by operationId (Link Object): its ids are real ones. */
export function linkedValues(
  { responses }: Operation,
  reply: ReceivedReply,
  model: ApiModel,
): readonly (readonly [operationId: string, values: OperationValues])[] {
  const links = findResponse(responses, reply.status)?.links ?? [];
  return links.flatMap((link) => {
    const target = model.operations.find((one) => isTarget(one, link));
    const values = target === undefined ? {} : valuesOf(link, target, reply);
    return target === undefined || Object.keys(values).length === 0 ? [] : [[target.operationId, values]];
  });
}

function isTarget({ operationId, path, method }: Operation, link: Link): boolean {
  if (link.operationId !== undefined) return link.operationId === operationId;
  const tokens = pointerTokens(link.operationRef?.split('#', 2)[1] ?? '');
  return tokens[0] === 'paths' && tokens[1] === path && tokens[2] === method;
}

function valuesOf(link: Link, target: Operation, reply: ReceivedReply): OperationValues {
  const given: Partial<Record<ParameterLocation, Record<string, JsonValue>>> = {};
  for (const [key, expression] of Object.entries(link.parameters)) {
    const [, place, name = key] = /^(path|query|header|cookie)\.(.+)$/s.exec(key) ?? [];
    const parameter = target.parameters.find(
      (one) => one.name === name && (place === undefined || one.in === place),
    );
    const value = evaluate(expression, reply);
    if (parameter === undefined || value === undefined) continue;
    given[parameter.in] = { ...given[parameter.in], [name]: value };
  }
  return given;
}

/** A runtime expression over a reply (OpenAPI, Runtime Expressions); a constant is itself, and nothing of a request is known here. */
function evaluate(expression: JsonValue, { body, headers }: ReceivedReply): JsonValue | undefined {
  if (typeof expression !== 'string' || !expression.startsWith('$')) return expression;
  const [, header] = /^\$response\.header\.(.+)$/.exec(expression) ?? [];
  if (header !== undefined) return headers[header.toLowerCase()];
  const [, pointer] = /^\$response\.body(?:#(.*))?$/s.exec(expression) ?? [];
  return pointer === undefined ? undefined : valueAt(body, pointer);
}
