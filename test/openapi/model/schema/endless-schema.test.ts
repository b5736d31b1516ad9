import { describe, expect, it } from 'vitest';
import { compileSchema, compileSchemaLeniently } from '../../../../openapi/model/schema/compile-schema.ts';
import { findEndlessDefinition } from '../../../../openapi/model/schema/endless-schema.ts';
import { generateValue } from '../../../../openapi/operations/values/generate-value.ts';
import { schemaOf } from '../../model-of.ts';

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

describe('findEndlessDefinition', () => {
  it.each([
    ['itself', { A: ref('A') }],
    ['itself by allOf', { A: { allOf: [{ type: 'object' }, ref('A')] } }],
    ['itself by another', { A: { anyOf: [ref('B')] }, B: { not: ref('A') } }],
    ['itself by a condition', { A: { if: false, else: { oneOf: [ref('A')] } } }],
  ])('finds one that applies %s', (_, $defs) => {
    expect(findEndlessDefinition({ $ref: '#/$defs/A', $defs })).toBe('A');
  });

  it.each([
    ['contains itself in a property', { A: { properties: { next: ref('A') } } }],
    ['contains itself in a list', { A: { type: 'array', items: ref('A') } }],
    ['is used twice', { A: { allOf: [ref('B'), ref('B')] }, B: {} }],
    ['refers to what is not there', { A: ref('C') }],
  ])('lets one pass that %s', (_, $defs) => {
    expect(findEndlessDefinition({ $ref: '#/$defs/A', $defs })).toBeUndefined();
  });
});

describe('a schema that no check of could end', () => {
  const loop = () =>
    schemaOf(
      { $ref: '#/components/schemas/Loop' },
      { Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] } },
    );

  it('is a fault where a document is read strictly', async () => {
    expect(() => compileSchema({ $defs: { A: ref('A') } })).toThrow('the schema A contains itself');
  });

  it('takes everything in a document of others, and a value for it ends', async () => {
    const { jsonSchema } = await loop();
    expect(compileSchemaLeniently(jsonSchema)('anything')).toBe(true);
    expect(generateValue(await loop())).toBe('text');
  });
});
