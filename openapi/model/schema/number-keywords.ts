import type { FuncKeywordDefinition } from 'ajv';
import type { DataValidateFunction, DataValidationCxt } from 'ajv/dist/types/index.js';
import type { JsonValue } from '../api-model.ts';
import { type Amount, isAmount, isMultipleOf } from '../decimal.ts';
import { canonicalText } from './canonical-text.ts';
import { originalOf } from './rounded-copy.ts';

/** Steps in decimal arithmetic (JSON Schema validation, section 6.2.1): a computer's fractions make 0.29 / 0.01 a little less than 29. */
export const multipleOf = keywordOf('multipleOf', 'must be multiple of', isMultipleOf, 'number');

/** The keywords that compare a value with one of the schema, for whole numbers that JavaScript's own can't hold. */
export const exactKeywords: readonly FuncKeywordDefinition[] = [
  keywordOf('minimum', 'must be >=', (amount: Amount, limit: Amount) => amount >= limit, 'number'),
  keywordOf('maximum', 'must be <=', (amount: Amount, limit: Amount) => amount <= limit, 'number'),
  keywordOf('exclusiveMinimum', 'must be >', (amount: Amount, limit: Amount) => amount > limit, 'number'),
  keywordOf('exclusiveMaximum', 'must be <', (amount: Amount, limit: Amount) => amount < limit, 'number'),
  keywordOf('const', 'must be equal to', isSame),
  keywordOf('enum', 'must be one of', (value: JsonValue, allowed: readonly JsonValue[]) =>
    allowed.some((one) => isSame(value, one)),
  ),
];

function isSame(one: JsonValue, other: JsonValue): boolean {
  return canonicalText(one) === canonicalText(other);
}

function keywordOf<Value extends JsonValue, Wanted extends JsonValue>(
  keyword: string,
  says: string,
  holds: (value: Value, wanted: Wanted) => boolean,
  type?: 'number',
): FuncKeywordDefinition {
  return {
    keyword,
    ...(type !== undefined && { type }),
    errors: true,
    compile(wanted: Wanted, parentSchema) {
      if (type !== undefined && !isAmount(wanted)) throw new TypeError(`\`${keyword}\` must be a number`);
      const check: DataValidateFunction = (value: unknown, place?: DataValidationCxt) => {
        if (holds(originalOf(value, place) as Value, wanted)) return true; // of the type that ajv has asked for
        const params = keyword === 'enum' ? { allowedValues: wanted } : { [keyword]: wanted };
        check.errors = [{ keyword, params, message: `${says} ${canonicalText(wanted)}`, parentSchema }];
        return false;
      };
      return check;
    },
  };
}
