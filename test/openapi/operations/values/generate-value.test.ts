import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../../../openapi/model/read-model.ts';
import { compileSchema } from '../../../../openapi/model/schema/compile-schema.ts';
import { generateValue } from '../../../../openapi/operations/values/generate-value.ts';
import { seededRandom } from '../../../../openapi/operations/values/seeded-random.ts';
import { found, schemaOf, schemasOf } from '../../model-of.ts';

it.each<[string, object]>([
  ['a text longer than a page', { type: 'string', minLength: 1e9 }],
  ['a text longer than any', { type: 'string', minLength: Number.MAX_VALUE }],
  ['a text of a pattern that goes on', { type: 'string', pattern: '^(?:(?:(?:a{99}){99}){99}){99}$' }],
  ['a list longer than a memory', { type: 'array', minItems: 1e9 }],
  ['an object with more members than a memory', { type: 'object', minProperties: 1e9 }],
])('gives up on %s', async (_, schema) => {
  expect(generateValue(await schemaOf(schema))).toBeNull();
});

it.each<[string, object, unknown]>([
  ['a format called as a method of objects', { type: 'string', format: 'toString' }, 'text'],
  ['a format called __proto__', { type: 'string', format: '__proto__' }, 'text'],
  ['a format called constructor', { type: 'string', format: 'constructor' }, 'text'],
  ['lengths below 0', { type: 'string', minLength: -5, maxLength: -1 }, ''],
  ['counts below 0', { type: 'array', minItems: -5, maxItems: -1 }, []],
])('makes a value of %s', async (_, schema, want) => {
  expect(generateValue(await schemaOf(schema))).toEqual(want);
});

describe('without chance', () => {
  it.each<[string, object, unknown]>([
    ['a constant', { const: { a: 1 } }, { a: 1 }],
    ['the first of an enum', { enum: ['b', 'a'] }, 'b'],
    ['an example that the enum allows', { enum: ['b', 'a'], examples: ['a'] }, 'a'],
    ['the example', { type: 'string', examples: ['Minou'] }, 'Minou'],
    ['the default', { type: 'integer', default: 7 }, 7],
    ['no example that does not fit', { type: 'integer', examples: ['many'], minimum: 3 }, 3],
    ['the minimum', { type: 'integer', minimum: 5 }, 5],
    ['one, where nothing is said', { type: 'integer' }, 1],
    ['the least whole number above', { type: 'integer', exclusiveMinimum: 2.5 }, 3],
    ['a number between', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
    ['a multiple', { type: 'integer', minimum: 7, maximum: 5000, multipleOf: 5 }, 10],
    ['a negative number', { type: 'integer', maximum: -4 }, -4],
    ['text that is long enough', { type: 'string', minLength: 8 }, 'text tex'],
    ['a format', { type: 'string', format: 'date-time' }, '2024-05-15T10:00:00Z'],
    ['a pattern', { type: 'string', pattern: '^[A-Z]{2}-\\d+$' }, 'AA-0'],
    ['a longer text of a pattern', { type: 'string', pattern: '^[a-f]+$', minLength: 4 }, 'aaaa'],
    ['one item', { type: 'array', items: { type: 'boolean' } }, [true]],
    [
      'different items',
      { type: 'array', items: { enum: [1, 2, 3] }, minItems: 3, uniqueItems: true },
      expect.arrayContaining([1, 2, 3]),
    ],
    [
      'a tuple',
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'null' }], items: false },
      ['text', null],
    ],
    [
      'all properties',
      { type: 'object', properties: { a: { type: 'integer' }, b: { type: 'boolean' } } },
      { a: 1, b: true },
    ],
    ['a value rather than null', { type: ['null', 'string'] }, 'text'],
    ['a branch rather than null', { anyOf: [{ type: 'null' }, { type: 'integer' }] }, 1],
    ['all parts', { allOf: [{ type: 'integer', minimum: 3 }, { maximum: 3 }] }, 3],
    ['the branch that alone fits', { oneOf: [{ type: 'number' }, { type: 'integer' }] }, expect.any(Number)],
    [
      'a map',
      { type: 'object', additionalProperties: { type: 'integer' }, minProperties: 2 },
      { key1: 1, key2: 1 },
    ],
    [
      'names by their pattern',
      {
        type: 'object',
        patternProperties: { '^x-': { type: 'integer' } },
        additionalProperties: false,
        minProperties: 1,
      },
      { 'x-': 1 },
    ],
  ])('%s', async (_, schema, want) => {
    expect(generateValue(await schemaOf(schema))).toEqual(want);
  });

  it('holds at its last level an item of each list that ends there', async () => {
    const list = (items: object) => ({ type: 'array', items });
    const schema = await schemaOf({
      required: ['texts', 'lists', 'any'],
      properties: { texts: list({ enum: ['a'] }), lists: list(list({ type: 'string' })), any: list({}) },
    });
    expect(generateValue(schema, { maximumDepth: 0 })).toEqual({ texts: ['a'], lists: [], any: [] });
  });

  it('leaves out what only the other side sends', async () => {
    const properties = {
      id: { type: 'integer', readOnly: true },
      secret: { type: 'string', writeOnly: true },
      name: { type: 'string' },
    };
    const schema = await schemaOf({ type: 'object', required: ['id', 'secret'], properties });
    expect(Object.keys(generateValue(schema, { skip: 'readOnly' }) as object)).toEqual(['secret', 'name']);
    expect(Object.keys(generateValue(schema, { skip: 'writeOnly' }) as object)).toEqual(['id', 'name']);
  });

  it('ends for cyclic schemas, with values that fit', async () => {
    const { schemas } = await readModel({ document: 'test/documents/cyclic.yaml', strict: true });
    for (const name of ['Tree', 'Expression', 'Sum']) {
      const schema = found(schemas.get(name), name);
      expect(compileSchema(schema.jsonSchema)(generateValue(schema)), name).toBe(true);
    }
  });

  it('checks what a keyword asks that no generator knows', async () => {
    const { schemas } = await readModel({ document: 'test/documents/hooks-3.1.yaml', strict: true });
    const stock = found(schemas.get('Stock'), 'Stock');
    for (const seed of [1, 2, 3, 4, 5]) {
      const value = generateValue(stock, { random: seededRandom(seed) });
      expect(compileSchema(stock.jsonSchema)(value), JSON.stringify(value)).toBe(true);
    }
  });

  it('chooses an allowed value that the other keywords allow, too', async () => {
    const schema = { type: 'string', enum: ['a', 'long enough'], minLength: 2 };
    expect(generateValue(await schemaOf(schema))).toBe('long enough');
  });

  it('ends for a schema that has no value', async () => {
    const { schemas } = await readModel({ document: 'test/documents/cyclic.yaml', strict: true });
    expect(generateValue(found(schemas.get('Endless'), 'Endless'))).toMatchObject({ next: {} });
    expect(generateValue(await schemaOf({ type: 'string', minLength: 3, maxLength: 2 }))).toBeNull();
  });
});

describe('what a discriminator selects', () => {
  it('is named in the value', async () => {
    const { schemas } = await readModel({ document: 'test/documents/discriminator.yaml', strict: true });
    const made = Object.fromEntries([...schemas].map(([name, schema]) => [name, generateValue(schema)]));
    expect(made).toEqual({
      Animal: { $type: 'Dog', bark: 'text' },
      Dog: { $type: 'text', bark: 'text' },
      Cat: { $type: 'text', meow: 'text' },
      Mapped: { $type: 'woof', bark: 'text' },
      Vehicle: { kind: 'car', wheels: 1, doors: 1 },
      Car: { kind: 'car', wheels: 1, doors: 1 },
      Van: { kind: 'van', wheels: 1, load: 1 },
    });
  });

  it('is each of its schemas by chance, and each fits', async () => {
    const { schemas } = await readModel({ document: 'test/documents/discriminator.yaml', strict: true });
    for (const [name, want] of [
      ['Animal', ['Dog', 'Cat']],
      ['Mapped', ['woof', 'miau']],
      ['Vehicle', ['car', 'van']],
    ] as const) {
      const schema = found(schemas.get(name), name);
      const values = Array.from({ length: 20 }, (_, seed) =>
        generateValue(schema, { random: seededRandom(seed) }),
      ) as { $type?: string; kind?: string }[];
      expect(new Set(values.map(({ $type, kind }) => $type ?? kind))).toEqual(new Set(want));
      expect(values.filter((value) => !compileSchema(schema.jsonSchema)(value))).toEqual([]);
    }
  });

  it('is said of a value that has what is required alone', async () => {
    const { schemas } = await readModel({ document: 'test/documents/discriminator.yaml', strict: true });
    const short = generateValue(found(schemas.get('Animal'), 'Animal'), { properties: 'required' });
    expect(short).toEqual({ $type: 'Dog', bark: 'text' });
  });
});

describe('the value fits its schema', () => {
  const patterns = [
    '^[A-Z]\\d{4}$',
    '^(a|bc)+$',
    '\\w{3,5}',
    '^[^a-z]{2}$',
    '^(?=.*\\d)(?=.*[a-z]).{6,}$',
    '^\\p{L}+$',
    '^(\\d)\\1$',
    '[\\w-.]+@x',
  ];
  const bounds = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 60 }));
  const number = fc
    .record({
      type: fc.constantFrom('integer', 'number'),
      limits: bounds,
      step: fc.constantFrom(undefined, 1, 0.5, 2),
    })
    .map(({ type, limits: [least, range], step }) => ({
      type,
      minimum: least,
      exclusiveMaximum: least + range + 4,
      ...(step === undefined ? {} : { multipleOf: step }),
    }));
  const text = fc.oneof(
    bounds.map(([, length]) => ({ type: 'string', minLength: length, maxLength: length + 3 })),
    fc.constantFrom(...patterns).map((pattern) => ({ type: 'string', pattern })),
    fc
      .constantFrom(
        'date',
        'date-time',
        'time',
        'uuid',
        'email',
        'uri',
        'ipv4',
        'ipv6',
        'hostname',
        'byte',
        'duration',
        'json-pointer',
      )
      .map((format) => ({ type: 'string', format })),
  );
  const scalar = fc.oneof(
    number,
    text,
    fc.constant({ type: 'boolean' }),
    fc.constant({ enum: ['a', 1, null] }),
    fc.constant({ type: ['string', 'null'] }),
  );
  const { schema } = fc.letrec<{ schema: object }>((tie) => ({
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar,
      fc
        .record({ items: tie('schema'), least: fc.nat(2) })
        .map(({ items, least }) => ({ type: 'array', items, minItems: least, maxItems: least + 2 })),
      fc
        .array(tie('schema'), { minLength: 1, maxLength: 3 })
        .map((prefixItems) => ({ type: 'array', prefixItems, items: false })),
      fc
        .record({
          a: tie('schema'),
          b: tie('schema'),
          required: fc.subarray(['a', 'b']),
          closed: fc.boolean(),
        })
        .map(({ a, b, required, closed }) => ({
          type: 'object',
          properties: { a, b },
          required,
          ...(closed ? { additionalProperties: false } : {}),
        })),
      fc
        .record({ value: tie('schema'), least: fc.nat(2) })
        .map(({ value, least }) => ({ type: 'object', additionalProperties: value, minProperties: least })),
      fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
      fc.tuple(tie('schema'), fc.constant({ description: 'Another part.' })).map((allOf) => ({ allOf })),
    ),
  }));

  it.each([
    ['without chance', undefined],
    ['by chance', 5],
  ])('%s', async (_, seed) => {
    const written = fc.sample(schema, { numRuns: 150, seed: 11 });
    for (const node of await schemasOf(written)) {
      const value = generateValue(node, seed === undefined ? {} : { random: seededRandom(seed) });
      const fits = compileSchema(node.jsonSchema);
      expect(fits(value), JSON.stringify([node.jsonSchema, value])).toBe(true);
    }
  });

  it('is the same every time, unless chance is given', async () => {
    const node = await schemaOf({ type: 'array', minItems: 5, items: { type: 'integer' } });
    expect(generateValue(node)).toEqual(generateValue(node));
    expect(generateValue(node, { random: seededRandom(1) })).toEqual(
      generateValue(node, { random: seededRandom(1) }),
    );
    expect(generateValue(node, { random: seededRandom(1) })).not.toEqual(
      generateValue(node, { random: seededRandom(2) }),
    );
  });
});
