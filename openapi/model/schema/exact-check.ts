import type { ErrorObject, FuncKeywordDefinition, ValidateFunction } from 'ajv';
import type { JsonObject, JsonValue } from '../api-model.ts';
import { hasBigint } from '../find-bigint.ts';
import { valueAt } from '../value-at.ts';
import { hasPart } from './definition-space.ts';
import { exactKeywords } from './number-keywords.ts';
import { roundedCopy } from './rounded-copy.ts';

/** Checks a value; `errors` holds every misfit of the last call. */
export interface SchemaCheck {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null | undefined;
}

const namesBigints = hasPart(hasBigint);

/** Whether a check of the value has to count beyond 2^53. */
export function isAboutBigints(schema: JsonObject, value: unknown): boolean {
  return namesBigints(schema) || hasBigint(value);
}

/**
 * A check that counts to the digit. It compiles the schema a second time when the first bigint comes: ajv counts in JavaScript's numbers,
 * and is given a copy with rounded ones, while the keywords that compare look at what was sent. Throws where it can't be compiled.
 */
export function exactCheck(
  schema: JsonObject,
  compile: (keywords?: readonly FuncKeywordDefinition[]) => ValidateFunction,
): SchemaCheck {
  let exact: ValidateFunction | undefined;
  const usual = namesBigints(schema) ? undefined : compile();
  const checkExactly = (value: JsonValue): boolean => {
    exact ??= compile(exactKeywords);
    const whole = { value };
    const parentData = roundedCopy(whole) as { value: JsonValue }; // a copy of `whole`
    const place = { instancePath: '', parentData, parentDataProperty: 'value', rootData: parentData };
    const fits = exact(parentData.value, { ...place, dynamicAnchors: {} });
    check.errors = exact.errors?.map((error) => ({
      ...error,
      data: error.propertyName === undefined ? valueAt(value, error.instancePath) : error.data,
    }));
    return fits;
  };
  const check: SchemaCheck = (value) => {
    if (usual === undefined || hasBigint(value)) return checkExactly(value as JsonValue); // bigints are the one thing in it that JSON's own reader has not
    const fits = usual(value);
    check.errors = usual.errors;
    return fits;
  };
  if (usual === undefined) checkExactly(null);
  return check;
}
