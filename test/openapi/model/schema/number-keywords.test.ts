import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../openapi/model/api-model.ts';
import { jsonText } from '../../../../openapi/model/json-text.ts';
import { acceptsValue, findMisfits } from '../../../../openapi/model/schema/compile-schema.ts';

const big = 9007199254740993n;

describe('a whole number that JavaScript can’t hold', () => {
  const rules: readonly [JsonObject, JsonValue, boolean][] = [
    [{ type: 'integer' }, big, true],
    [{ type: 'number' }, big, true],
    [{ type: 'string' }, big, false],
    [{ not: { type: 'integer' } }, big, false],
    [{ maximum: 9007199254740992 }, big, false],
    [{ maximum: big }, big, true],
    [{ maximum: big }, 9007199254740994n, false],
    [{ maximum: big }, 9007199254740992, true],
    [{ minimum: big }, 9007199254740992, false],
    [{ exclusiveMinimum: 9007199254740992 }, big, true],
    [{ exclusiveMaximum: 9007199254740992 }, big, false],
    [{ multipleOf: 3 }, big, true],
    [{ multipleOf: 2 }, big, false],
    [{ const: big }, 9007199254740992, false],
    [{ const: { id: big } }, { id: big }, true],
    [{ enum: [big, 'a'] }, 'a', true],
    [{ enum: [big, 'a'] }, 9007199254740992n, false],
    [{ uniqueItems: true }, [big, 9007199254740992n], true],
    [{ uniqueItems: true }, [big, big], false],
    [{ $ref: '#/$defs/id', $defs: { id: { maximum: big } } }, 9007199254740994n, false],
    [{ items: { properties: { id: { maximum: big } } } }, [{ id: 9007199254740994n }], false],
    [{ propertyNames: { enum: ['a'] }, maxProperties: 1 }, { a: big }, true],
    [{ propertyNames: { enum: ['a'] } }, { b: big }, false],
  ];
  // The test's runner can't write a bigint.
  const named = rules.map(
    ([schema, value, want]) => [jsonText(schema), jsonText(value), want, schema, value] as const,
  );
  it.each(named)('by %s: %s fits: %s', (_schema, _value, want, schema, value) => {
    expect(acceptsValue(schema, value)).toBe(want);
    expect(findMisfits(schema, value).length === 0).toBe(want);
  });

  it('is told as it was sent', () => {
    const schema = { properties: { ids: { items: { type: 'string' } } } };
    expect(findMisfits(schema, { ids: [big] })).toMatchObject([{ instancePath: '/ids/0', data: big }]);
    expect(findMisfits({ maximum: big }, 2n * big)).toMatchObject([
      { keyword: 'maximum', data: 2n * big, message: 'must be <= 9007199254740993' },
    ]);
  });

  it('leaves no trace in the next check', () => {
    const schema = { properties: { id: { maximum: 5 } } };
    expect(findMisfits(schema, { id: big })).toHaveLength(1);
    expect(findMisfits(schema, { id: 5 })).toEqual([]);
  });
});

describe('steps', () => {
  it.each<[JsonObject, JsonValue, boolean]>([
    [{ multipleOf: 0.01 }, 0.29, true],
    [{ multipleOf: 0.01 }, 0.295, false],
    [{ multipleOf: 0.01 }, '0.295', true],
    [{ multipleOf: 1e-9 }, 3e-9, true],
    [{ multipleOf: 1e-9 }, 3.5e-9, false],
  ])('of %j fit %j: %s', (schema, value, want) => {
    expect(acceptsValue(schema, value)).toBe(want);
  });

  it('are named where they are missed', () => {
    expect(findMisfits({ multipleOf: 0.01 }, 0.295)).toMatchObject([
      { keyword: 'multipleOf', message: 'must be multiple of 0.01', data: 0.295 },
    ]);
  });
});
