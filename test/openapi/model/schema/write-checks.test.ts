import { createRequire } from 'node:module';
import { describe, expect, it, vi } from 'vitest';
import type { JsonObject, JsonValue } from '../../../../openapi/model/api-model.ts';
import { acceptsValue, usePreparedChecks } from '../../../../openapi/model/schema/compile-schema.ts';
import { writeChecks } from '../../../../openapi/model/schema/write-checks.ts';

type Checks = Record<string, (value: JsonValue) => boolean>;

/** Runs the code of a CommonJS module. */
function load(code: string): Checks {
  const module = { exports: {} };
  new Function('module', 'exports', 'require', code)(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}

const schemas: readonly JsonObject[] = [
  { type: 'integer', minimum: 2 },
  { type: 'string', format: 'uri', maxLength: 20 },
  { type: 'string', pattern: '^\\p{L}+$' },
  {
    $ref: '#/$defs/Node',
    $defs: { Node: { type: 'object', properties: { next: { $ref: '#/$defs/Node' } }, required: ['id'] } },
  },
  { oneOf: [{ type: 'string' }, { const: null }] },
];
const values: readonly JsonValue[] = [
  ...[1, 2, 2.5, null, '', 'é', 'a b', 'https://a.example/', 'https://a.example/much/longer'],
  ...[{ id: 1 }, { id: 1, next: {} }, { id: 1, next: { id: 2 } }, []],
];
const copy = (schema: JsonObject): JsonObject => structuredClone(schema);

describe('checks that were written as code', () => {
  const prepared = load(writeChecks([...schemas, ...schemas.map(copy)]));

  it('are one for each schema', () => {
    expect(Object.keys(prepared)).toHaveLength(schemas.length);
  });

  it.each(schemas.map((schema) => ({ schema })))('say what compiled ones say: $schema', ({ schema }) => {
    usePreparedChecks(() => ({}));
    const compiled = copy(schema);
    const want = values.map((value) => acceptsValue(compiled, value));
    usePreparedChecks(() => prepared);
    const taken = copy(schema);
    expect(values.map((value) => acceptsValue(taken, value))).toEqual(want);
    expect(new Set(want)).toEqual(new Set([true, false]));
  });

  it('are taken for the schema that they were made of, and no other', () => {
    const refuseAll = Object.fromEntries(Object.keys(prepared).map((key) => [key, () => false]));
    usePreparedChecks(() => refuseAll);
    expect(acceptsValue({ type: 'integer', minimum: 2 }, 3)).toBe(false);
    expect(acceptsValue({ type: 'integer', minimum: 3 }, 3)).toBe(true);
  });

  it('are loaded when the first one is needed, once', () => {
    const loading = vi.fn(() => prepared);
    usePreparedChecks(loading);
    expect(loading).not.toHaveBeenCalled();
    acceptsValue({ type: 'null' }, null);
    acceptsValue({ type: 'boolean' }, null);
    expect(loading).toHaveBeenCalledTimes(1);
  });
});
