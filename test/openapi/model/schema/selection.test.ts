import { describe, expect, it } from 'vitest';
import { compileSchema } from '../../../../openapi/model/schema/compile-schema.ts';
import type { SchemaNode } from '../../../../openapi/model/schema/schema-node.ts';
import { generateValue } from '../../../../openapi/operations/values/generate-value.ts';
import { schemaOf } from '../../model-of.ts';

const text = { type: 'string' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, required = Object.keys(properties)) => ({
  type: 'object',
  required,
  properties,
});
const Dog = object({ kind: text, bark: text });
const Cat = object({ kind: text, meow: text });
const heir = (own: object) => ({ allOf: [ref('Tested'), own] });
const discriminator = (mapping?: object) => ({ discriminator: { propertyName: 'kind', mapping } });

/** Which of the names a value of a dog, of a cat and of neither may have. */
function namesTaken({ jsonSchema }: SchemaNode, names: readonly unknown[]) {
  const check = compileSchema(jsonSchema);
  const taken = (value: object) => names.filter((kind) => check({ kind, ...value }));
  return { dog: taken({ bark: 'a' }), cat: taken({ meow: 'a' }), neither: taken({}) };
}

describe('a value names the schema that it has to fit', () => {
  it.each<[string, object, Record<string, object>, readonly unknown[], object]>([
    [
      'by the names of branches',
      { oneOf: [ref('Dog'), ref('Cat')], ...discriminator() },
      { Dog, Cat },
      ['Dog', 'Cat', 'Cow'],
      { dog: ['Dog'], cat: ['Cat'], neither: [] },
    ],
    [
      'by a mapping to references and names',
      {
        anyOf: [ref('Dog'), ref('Cat')],
        ...discriminator({ woof: '#/components/schemas/Dog', miau: 'Cat' }),
      },
      { Dog, Cat },
      ['woof', 'miau', 'Dog', 'Cat'],
      { dog: ['woof'], cat: ['miau'], neither: [] },
    ],
    [
      'by the enum of a branch where that says otherwise',
      { oneOf: [ref('Dog'), ref('Cat')], ...discriminator() },
      { Dog: object({ kind: { const: 'dog' }, bark: text }), Cat },
      ['dog', 'Dog', 'Cat'],
      { dog: ['dog'], cat: ['Cat'], neither: [] },
    ],
    [
      'by numbers where the property holds numbers',
      { oneOf: [ref('Dog'), ref('Cat')], ...discriminator({ 1: 'Dog', 2: 'Cat' }) },
      { Dog: object({ kind: { type: 'integer' }, bark: text }), Cat },
      [1, '1', 2, '2'],
      { dog: [1], cat: ['2'], neither: [] },
    ],
    [
      'of branches that are alike',
      { oneOf: [ref('Dog'), ref('Cat')], ...discriminator() },
      { Dog: object({ kind: text }), Cat: object({ kind: text }) },
      ['Dog', 'Cat', 'Cow'],
      { dog: ['Dog', 'Cat'], cat: ['Dog', 'Cat'], neither: ['Dog', 'Cat'] },
    ],
    [
      'by a branch of a branch',
      { oneOf: [ref('Pet'), ref('Cat')], ...discriminator({ woof: 'Dog', miau: 'Cat' }) },
      { Dog, Cat, Pet: { oneOf: [ref('Dog')] } },
      ['woof', 'miau', 'Dog'],
      { dog: ['woof'], cat: ['miau'], neither: [] },
    ],
    [
      'of schemas that extend it',
      { ...object({ kind: text }), ...discriminator({ dog: 'Dog', cat: 'Cat' }) },
      { Dog: heir(object({ bark: text })), Cat: heir(object({ meow: text })) },
      ['dog', 'cat', 'Dog', 'Tested'],
      { dog: ['dog'], cat: ['cat'], neither: [] },
    ],
    [
      'of schemas that extend it, itself among them where their names are those of schemas',
      { ...object({ kind: text }), ...discriminator() },
      { Dog: heir(object({ bark: text })), Cat: heir(object({ meow: text })) },
      ['Dog', 'Cat', 'Tested', 'Cow'],
      { dog: ['Dog', 'Tested'], cat: ['Cat', 'Tested'], neither: ['Tested'] },
    ],
    [
      'of schemas that extend it, by the value that Azure’s documents give them',
      { ...object({ kind: text }), ...discriminator() },
      { Dog: { ...heir(object({ bark: text })), 'x-ms-discriminator-value': '#Dog' } },
      ['#Dog', 'Dog'],
      { dog: ['#Dog'], cat: [], neither: [] },
    ],
    [
      'of children that it lists and that extend it, which would never end',
      { ...object({ kind: text }), oneOf: [ref('Dog'), ref('Cat')], ...discriminator() },
      { Dog: heir(object({ bark: text })), Cat: heir(object({ meow: text })) },
      ['Dog', 'Cat', 'Cow'],
      { dog: ['Dog'], cat: ['Cat'], neither: [] },
    ],
    [
      'where it is annotated',
      { allOf: [{ allOf: [ref('Animal')], description: 'A pet.' }] },
      {
        Animal: { ...object({ kind: text }), ...discriminator({ dog: 'Dog' }) },
        Dog: { allOf: [ref('Animal'), object({ bark: text })] },
      },
      ['dog', 'cat'],
      { dog: ['dog'], cat: [], neither: [] },
    ],
    [
      'in a schema that extends another',
      { allOf: [ref('Animal'), object({ bark: text })] },
      {
        Animal: {
          ...object({ kind: text }),
          ...discriminator({ dog: 'Tested', puppy: 'Puppy', cat: 'Cat' }),
        },
        Puppy: { allOf: [ref('Tested'), object({ age: { type: 'integer' } }, [])] },
        Cat: { allOf: [ref('Animal')] },
      },
      ['dog', 'puppy', 'cat'],
      { dog: ['dog', 'puppy'], cat: [], neither: [] },
    ],
    [
      'unless the property is no text',
      {
        ...object({ kind: text, names: { type: 'array' } }, ['kind']),
        discriminator: { propertyName: 'names' },
      },
      { Dog: heir(object({ bark: text })) },
      ['A'],
      { dog: ['A'], cat: ['A'], neither: ['A'] },
    ],
    [
      'unless no name is one that the property takes',
      { ...object({ kind: { enum: ['A', 'B'] } }), ...discriminator() },
      { Dog: heir(object({ bark: text })) },
      ['A', 'B', 'Dog'],
      { dog: ['A', 'B'], cat: ['A', 'B'], neither: ['A', 'B'] },
    ],
  ])('%s', async (_, schema, others, names, want) => {
    expect(namesTaken(await schemaOf(schema, others), names)).toEqual(want);
  });

  it('and null where that is allowed', async () => {
    const branches = { oneOf: [ref('Dog'), { type: 'null' }], ...discriminator() };
    const parent = { ...object({ kind: text }), type: ['object', 'null'], ...discriminator() };
    for (const schema of [branches, parent]) {
      const others = { Dog, Cat: heir({}) };
      expect(compileSchema((await schemaOf(schema, others)).jsonSchema)(null)).toBe(true);
    }
  });

  /** By OpenAPI 3.2: what has no name, or one that nobody knows, is the fallback. */
  describe('else the fallback', () => {
    const fallback = (mapping?: object) => ({
      discriminator: { propertyName: 'kind', mapping, defaultMapping: 'Other' },
    });
    const others = { Dog: object({ bark: text }), Other: object({ size: text }) };
    const heirs = { Dog: heir(others.Dog), Other: heir(others.Other) };
    const parent = { type: 'object', ...fallback({ woof: 'Dog' }) };
    it.each([
      ['of branches', { oneOf: [ref('Dog'), ref('Other')], ...fallback({ woof: 'Dog' }) }, others, 'woof'],
      ['of branches without a mapping', { anyOf: [ref('Dog'), ref('Other')], ...fallback() }, others, 'Dog'],
      ['of schemas that extend it', parent, heirs, 'woof'],
    ])('%s', async (_, schema, named, kind) => {
      const tested = await schemaOf(schema, named);
      const check = compileSchema(tested.jsonSchema);
      const dog = { bark: 'a' };
      const other = { size: 'b' };
      const right = [{ kind, ...dog }, other, { kind: 'Cow', ...other }, { kind: 'Other', ...other }];
      const wrong = [dog, { kind, ...other }, { kind: 'Cow', ...dog }];
      expect(right.map((value) => check(value))).toEqual([true, true, true, true]);
      expect(wrong.map((value) => check(value))).toEqual([false, false, false]);
      expect(generateValue(tested)).toEqual({ kind, bark: 'text' });
    });
  });
});
