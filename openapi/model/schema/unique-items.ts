import type { FuncKeywordDefinition } from 'ajv';
import { canonicalText } from './canonical-text.ts';
import { originalOf } from './rounded-copy.ts';

/**
 * `uniqueItems` in one pass over the list (JSON Schema validation, section 6.4.3). Ajv's own compares each item with each
 * other one, which a long list of objects turns into hours. `i` and `j` are the later and the earlier of two equal items.
 */
export const uniqueItems: FuncKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  errors: true,
  compile(mustBeUnique: boolean, parentSchema) {
    const check: ReturnType<NonNullable<FuncKeywordDefinition['compile']>> = (items: readonly unknown[]) => {
      if (!mustBeUnique) return true;
      const places = new Map<string, number>();
      for (const [i, item] of (originalOf(items) as readonly unknown[]).entries()) {
        const text = canonicalText(item);
        const j = places.get(text);
        if (j !== undefined) {
          const message = `must NOT have duplicate items (items ## ${j} and ${i} are identical)`;
          check.errors = [{ keyword: 'uniqueItems', params: { i, j }, message, parentSchema }];
          return false;
        }
        places.set(text, i);
      }
      return true;
    };
    return check;
  },
};
