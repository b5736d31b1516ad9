import type { JsonValue, Operation, Parameter } from '../../../../../openapi/model/api-model.ts';
import type { Relation, RelationOf } from '../../../../../openapi/model/relations.ts';
import { findMisfits } from '../../../../../openapi/model/schema/compile-schema.ts';
import { readPattern } from '../../../../../openapi/model/schema/read-pattern.ts';
import {
  documentedRequest,
  parameterValue,
} from '../../../../../openapi/operations/requests/documented-request.ts';
import { parameterNamed } from '../../../../../openapi/operations/requests/parameter-named.ts';
import type { RequestValues } from '../../../../../openapi/operations/wire/encode-request.ts';
import { textOfValue } from '../value-at.ts';

/** Enough to compare items with each other, and no heavy reply. */
const mostItems = 50;

type Values = Readonly<Record<string, JsonValue | undefined>>;

/** The documented request with the largest page, the first one, in the order of which most is known. */
export function baseRequest(operation: Operation): RequestValues {
  const pages = operation.relations.find((relation) => relation.kind === 'pages');
  const orders = operation.relations.find((relation) => relation.kind === 'orders');
  const [order] = Object.keys(orders?.first ?? {});
  return requestWith(documentedRequest(operation), {
    ...(pages && {
      [pages.page ?? pages.offset ?? '']: undefined,
      [pages.size]: largestPage(pages, operation),
    }),
    ...(orders && order !== undefined && { [orders.parameter]: order }),
  });
}

/** The request with these values; undefined takes a parameter out, unless it is required. */
export function requestWith(request: RequestValues, values: Values): RequestValues {
  const parameters = request.operation.parameters.flatMap((parameter) => {
    const given = request.parameters.find((one) => one.parameter === parameter);
    const isMeant = parameterNamed(request.operation, parameter.name) === parameter;
    const isChanged = isMeant && Object.hasOwn(values, parameter.name);
    const kept = !isChanged || parameter.isRequired ? given?.value : undefined;
    const value = (isChanged ? values[parameter.name] : undefined) ?? kept;
    return value === undefined ? [] : [{ parameter, value }];
  });
  return { ...request, parameters };
}

/** Only what is required, and how much is shown. */
export function withoutOptional(request: RequestValues): RequestValues {
  const { relations } = request.operation;
  const sizes = relations.flatMap((relation) => (relation.kind === 'pages' ? [relation.size] : []));
  const parameters = request.parameters.filter(
    ({ parameter }) => parameter.isRequired || sizes.includes(parameter.name),
  );
  return { ...request, parameters };
}

function largestPage({ size }: RelationOf<'pages'>, operation: Operation): JsonValue | undefined {
  const parameter = parameterNamed(operation, size);
  if (parameter === undefined) return undefined;
  const { maximum } = parameter.schema.constraints;
  return typeof maximum === 'number' ? Math.min(maximum, mostItems) : parameterValue(parameter);
}

/** What to change of a request so that a relation speaks of it (`when`); undefined where no such value is known. */
export function guardValues({ when }: Relation, request: RequestValues): Values | undefined {
  const values: Record<string, JsonValue> = {};
  for (const [name, pattern] of Object.entries(when)) {
    const parameter = parameterNamed(request.operation, name);
    if (parameter === undefined) continue;
    const sent = request.parameters.find((one) => one.parameter === parameter)?.value;
    const known = [sent ?? [], parameter.schema.default ?? [], enumOf(parameter) ?? []];
    const fitting = known.flat().find((value) => readPattern(pattern)?.test(textOfValue(value)));
    if (fitting === undefined) return undefined;
    values[name] = fitting;
  }
  return values;
}

/** The values that a parameter's schema lists, wherever it does. */
export function enumOf({ schema }: Parameter): readonly JsonValue[] | undefined {
  const lists = [schema, ...schema.allOf, ...schema.anyOf].flatMap((part) => part.enum ?? []);
  return lists.length === 0 ? undefined : lists;
}

/** Whether a parameter takes a value. */
export function isTaken(operation: Operation, name: string, value: JsonValue): boolean {
  const parameter = parameterNamed(operation, name);
  return parameter !== undefined && findMisfits(parameter.schema.jsonSchema, value).length === 0;
}
