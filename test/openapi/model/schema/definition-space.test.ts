import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../openapi/model/api-model.ts';
import { acceptsValue, findMisfits } from '../../../../openapi/model/schema/compile-schema.ts';
import { hasPart, spaceOf } from '../../../../openapi/model/schema/definition-space.ts';
import { schemaForDirection } from '../../../../openapi/model/schema/directional-schema.ts';
import { found, schemasOf } from '../../model-of.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const integer = { type: 'integer' };

/** S0 and S1 contain each other, S2 reaches both, S3 neither. */
const circle = [
  { required: ['id'], properties: { id: { ...integer, readOnly: true }, other: ref('S1') } },
  { properties: { owner: ref('S0'), size: integer } },
  { properties: { first: ref('S0'), second: ref('S1') } },
  { properties: { size: integer } },
];

async function jsonSchemasOf(written: readonly unknown[]): Promise<(name: string) => JsonObject> {
  const schemas = await schemasOf(written);
  // None of those here is true or false.
  return (name) => found(schemas.find((schema) => schema.name === name)?.jsonSchema, name) as JsonObject;
}

describe('the schemas of one document', () => {
  it('have one object for the definitions that reach each other', async () => {
    const schema = await jsonSchemasOf(circle);
    expect(Object.keys(schema('S0').$defs ?? {})).toEqual(['S0', 'S1']);
    expect(schema('S1').$defs).toBe(schema('S0').$defs);
    expect(schema('S2').$defs).toBe(schema('S0').$defs);
    expect(schema('S3').$defs).toBeUndefined();
    expect(spaceOf(schema('S2'))).toBe(spaceOf(schema('S0')));
  });

  it('are checked alike, whichever was asked first', async () => {
    for (const names of [
      ['S0', 'S1', 'S2'],
      ['S2', 'S1', 'S0'],
    ]) {
      const schema = await jsonSchemasOf(circle);
      const values = {
        S0: { id: 1, other: { owner: { id: 'x' }, size: 1 } },
        S1: { owner: { id: 1, other: { size: 'x' } } },
        S2: { first: { id: 1 }, second: { owner: {} } },
      };
      const places = names.map((name) => {
        const value = values[name as keyof typeof values]; // one of the names above
        expect(acceptsValue(schema(name), value)).toBe(false);
        return [name, findMisfits(schema(name), value).map(({ instancePath }) => instancePath)];
      });
      expect(Object.fromEntries(places)).toEqual({
        S0: ['/other/owner/id'],
        S1: ['/owner/other/size'],
        S2: ['/second/owner'],
      });
    }
  });

  it('have a space for each direction, in which a definition is rewritten once', async () => {
    const schema = await jsonSchemasOf(circle);
    const [first, third] = ['S0', 'S2'].map(
      (name) => schemaForDirection(schema(name), 'request') as JsonObject,
    );
    expect(third?.$defs).toBe(first?.$defs);
    expect(acceptsValue(first ?? false, { other: { owner: {} } })).toBe(true);
    expect(acceptsValue(third ?? false, { first: { id: 'x' } })).toBe(false);
    expect(schemaForDirection(schema('S0'), 'reply')).toBe(schema('S0'));
    expect(acceptsValue(schemaForDirection(schema('S2'), 'reply'), { first: {} })).toBe(false);
  });

  it('are checked after one of them could not be compiled, and what reaches that one lets everything pass', async () => {
    const schema = await jsonSchemasOf([
      { properties: { next: ref('S1'), odd: ref('S2') } },
      { properties: { back: ref('S0'), size: integer } },
      { type: 'no type' },
      { properties: { own: ref('S4') } },
      { properties: { size: integer, next: ref('S3') } },
      { properties: { one: ref('S1') } },
    ]);
    const wrong = {
      ...{ S3: { own: { size: 'x' } }, S1: { size: 'x' }, S0: { next: { size: 'x' } } },
      ...{ S5: { one: { back: {} } }, S4: { size: 'x' } },
    };
    const accepted = Object.entries(wrong).map(([name, value]) => [name, acceptsValue(schema(name), value)]);
    expect(Object.fromEntries(accepted)).toEqual({ S3: false, S1: true, S0: true, S5: true, S4: false });
  });
});

describe('hasPart', () => {
  it('looks at each definition once, and at a schema without `$defs` whole', () => {
    const seen: unknown[] = [];
    const hasMinimum = hasPart((part) => {
      seen.push(part);
      return JSON.stringify(part).includes('"minimum"');
    });
    const [A, B] = [{ type: 'string' }, { minimum: 1 }];
    expect(hasMinimum({ $ref: '#/$defs/A', $defs: { A, C: true } })).toBe(false);
    expect(hasMinimum({ $ref: '#/$defs/B', $defs: { A, B } })).toBe(true);
    expect(hasMinimum({ items: { minimum: 2 } })).toBe(true);
    expect(seen.filter((part) => part === A)).toHaveLength(1);
  });
});
