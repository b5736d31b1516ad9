import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiModel } from '../../../../openapi/model/api-model.ts';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { acceptsValue } from '../../../../openapi/model/schema/compile-schema.ts';
import type { SchemaNode } from '../../../../openapi/model/schema/schema-node.ts';
import { found, schemaOf, schemasOf } from '../../model-of.ts';

const property = (schema: SchemaNode | undefined, name: string) => found(schema?.properties.get(name), name);

describe('schemas of OpenAPI 3.0 are written as 3.1', () => {
  it.each([
    ['a nullable type', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [
      'nullable beside an enum',
      { type: 'string', nullable: true, enum: ['a'] },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [
      'nullable beside oneOf',
      { nullable: true, oneOf: [{ type: 'string' }] },
      { oneOf: [{ type: 'string' }, { type: 'null' }] },
    ],
    [
      'nullable beside allOf',
      { nullable: true, allOf: [{ type: 'object' }] },
      { anyOf: [{ allOf: [{ type: 'object' }] }, { type: 'null' }] },
    ],
    ['an exclusive minimum', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    ['an inclusive maximum', { maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
    ['an example', { type: 'string', example: 'a' }, { type: 'string', examples: ['a'] }],
    ['the file of 2.0', { type: 'file', nullable: true }, { type: ['string', 'null'], format: 'binary' }],
    ['what says nothing about null', { type: 'string', nullable: false }, { type: 'string' }],
  ])('%s', async (_, written, want) => {
    const [schema] = await schemasOf([written], '3.0.3');
    expect(schema?.jsonSchema).toEqual(want);
  });

  it('ignores what stands beside a $ref', async () => {
    const [first, second] = await schemasOf(
      [
        { properties: { a: { $ref: '#/components/schemas/S1', description: 'Ignored.' } } },
        { type: 'string' },
      ],
      '3.0.3',
    );
    expect(first?.properties.get('a')).toBe(second);
  });
});

describe('a $ref with siblings (3.1)', () => {
  let order: SchemaNode;
  beforeAll(async () => {
    const model = await readModel({ document: 'test/documents/hooks-3.1.yaml', strict: true });
    order = found(model.schemas.get('Order'), 'Order');
  });

  it('keeps name and type of the target, with its own annotations', () => {
    expect(property(order, 'sku')).toMatchObject({
      name: 'Sku',
      types: ['string'],
      description: 'What is ordered.',
      isDeprecated: true,
      examples: ['A-1'],
    });
  });

  it('is one more schema that must hold, where it asserts something', () => {
    const short = property(order, 'shortSku');
    expect([short.name, short.allOf.map(({ name }) => name), short.constraints]).toEqual([
      undefined,
      ['Sku'],
      { maxLength: 4 },
    ]);
  });

  it('leads into $defs and through other $refs', () => {
    expect(property(order, 'unit').const).toBe('piece');
    expect(property(order, 'size').constraints).toEqual({ exclusiveMinimum: 0 });
  });

  it('reads true and false', () => {
    expect(property(order, 'anything').isAnything).toBe(true);
    expect(property(order, 'nothing').isNothing).toBe(true);
  });
});

describe('names inside a schema', () => {
  let stock: SchemaNode;
  beforeAll(async () => {
    const model = await readModel({ document: 'test/documents/hooks-3.1.yaml', strict: true });
    stock = found(model.schemas.get('Stock'), 'Stock');
  });

  it.each([
    ['an $anchor', 'product', ['string']],
    ['a pointer inside a schema with an $id', 'left', ['integer']],
  ])('%s', (_, name, types) => {
    expect(property(stock, name).types).toEqual(types);
  });

  it('a $dynamicRef counts as a $ref to its anchor', () => {
    expect(JSON.stringify(stock.jsonSchema)).not.toContain('dynamic');
    expect(stock.jsonSchema).toMatchObject({
      properties: { tree: { $ref: expect.stringContaining('#/$defs/') } },
    });
  });
});

describe('a $recursiveRef', () => {
  const filter = (items: object) => ({
    properties: { name: { type: 'string' }, parts: { type: 'array', items } },
  });
  const self = { $recursiveRef: '#' };

  it('leads to the nearest schema around it that is its anchor', async () => {
    const inner = { $recursiveAnchor: true, ...filter(self) };
    const outer = { $recursiveAnchor: true, properties: { inner, all: { oneOf: [self, { type: 'null' }] } } };
    const schema = await schemaOf(outer);
    expect(property(property(schema, 'inner'), 'parts').items).toBe(property(schema, 'inner'));
    expect(property(schema, 'all').oneOf[0]).toBe(schema);
    expect(acceptsValue(schema.jsonSchema, { inner: { parts: [{ parts: [{ name: 1 }] }] } })).toBe(false);
    expect(acceptsValue(schema.jsonSchema, { all: { all: { inner: { name: 'a' } } } })).toBe(true);
  });

  it('means nothing without one', async () => {
    const schema = await schemaOf(
      { properties: { a: { $ref: '#/components/schemas/Filter' } } },
      {
        Filter: filter({ oneOf: [{ type: 'integer' }, self] }),
      },
    );
    expect(acceptsValue(schema.jsonSchema, { a: { parts: ['text'] } })).toBe(true);
  });
});

describe('cyclic schemas', () => {
  let model: ApiModel;
  beforeAll(async () => {
    model = await readModel({ document: 'test/documents/cyclic.yaml', strict: true });
  });

  it('give one node for one schema, however it is reached', () => {
    const tree = found(model.schemas.get('Tree'), 'Tree');
    expect(property(tree, 'children').items).toBe(tree);
    expect(model.operations[0]?.responses[0]?.contents[0]?.schema).toBe(tree);
    expect(model.schemas.get('Alias')).toBe(tree);
  });

  it('end also where a $ref in the cycle has siblings', () => {
    const parent = property(model.schemas.get('Tree'), 'parent');
    expect(parent.description).toBe('The one above.');
    expect(property(parent, 'parent')).toBe(parent);
  });

  it('stand under $defs of a self-contained schema once', () => {
    const schema = found(model.schemas.get('Expression'), 'Expression').jsonSchema;
    expect(schema).toEqual({
      oneOf: [{ $ref: '#/$defs/Sum' }, { $ref: '#/$defs/Literal' }],
      $defs: {
        Sum: {
          type: 'object',
          additionalProperties: false,
          required: ['left', 'right'],
          properties: { left: { $ref: '#/$defs/Expression' }, right: { $ref: '#/$defs/Expression' } },
        },
        Literal: expect.anything(),
        Expression: { oneOf: [{ $ref: '#/$defs/Sum' }, { $ref: '#/$defs/Literal' }] },
      },
    });
  });
});

describe('discriminators', () => {
  it('map explicit values, by pointer and by name', async () => {
    const model = await readModel({ document: 'test/documents/petstore-3.0.yaml', strict: false });
    const mapping = model.schemas.get('Animal')?.discriminator?.mapping;
    expect([...(mapping ?? [])].map(([value, node]) => [value, node.name])).toEqual([
      ['cat', 'Cat'],
      ['dog', 'Dog'],
    ]);
  });

  it('map implicit names of branches that no value selects', async () => {
    const model = await readModel({ document: 'test/documents/multi-file/openapi.yaml', strict: true });
    const kind = property(model.schemas.get('Publication'), 'kind');
    expect([...(kind.discriminator?.mapping.keys() ?? [])]).toEqual(['writes', 'Editor']);
  });

  it('without branches map the schemas that inherit, also over several steps', async () => {
    const base = { type: 'object', discriminator: { propertyName: 'kind' } };
    const inherits = (from: string) => ({ allOf: [{ $ref: `#/components/schemas/${from}` }] });
    const schema = await schemaOf(base, { Cat: inherits('Tested'), Persian: inherits('Cat'), Stone: {} });
    expect([...(schema.discriminator?.mapping.keys() ?? [])]).toEqual(['Cat', 'Persian']);
  });
});

it('leaves OpenAPI’s own keywords out of the JSON Schema, and keeps them as extensions', async () => {
  const schema = await schemaOf({
    type: 'string',
    xml: { name: 'a' },
    externalDocs: { url: 'b' },
    'x-c': 1,
    minLength: 1,
  });
  expect(schema.jsonSchema).toEqual({ type: 'string', minLength: 1 });
  expect(schema.extensions).toEqual({ 'x-c': 1 });
  expect(schema.constraints).toEqual({ minLength: 1 });
});
