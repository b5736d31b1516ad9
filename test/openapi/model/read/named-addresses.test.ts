import { describe, expect, it } from 'vitest';
import { modelOf } from '../../model-of.ts';

const base = 'https://schemas.example/pets';

describe('a reference starts at the nearest address around it', () => {
  it.each([
    ['a relative one', { $id: `${base}/pet`, properties: { toy: { $ref: 'toy' } } }],
    ['one above', { $id: `${base}/wild/pet`, properties: { toy: { $ref: '../toy' } } }],
    ['an absolute path', { $id: `${base}/pet`, properties: { toy: { $ref: '/pets/toy' } } }],
    ['the whole address', { properties: { toy: { $ref: `${base}/toy` } } }],
    [
      'one inside',
      { $id: 'https://schemas.example/pets/', allOf: [{ $id: 'pet', properties: { toy: { $ref: 'toy' } } }] },
    ],
    [
      'a definition of its own',
      { $id: `${base}/pet`, properties: { toy: { $ref: '#/$defs/toy' } }, $defs: { toy: { const: 'ball' } } },
    ],
    [
      'the document by its own address',
      { properties: { toy: { $ref: 'https://api.example/v1/openapi#/components/schemas/Toy' } } },
    ],
    [
      'the document, seen from beside it',
      { properties: { toy: { $ref: '/v1/openapi#/components/schemas/Toy' } } },
    ],
  ])('%s', async (_, Pet) => {
    const schemas = { Pet, Toy: { $id: `${base}/toy`, const: 'ball' } };
    const { schemas: read, warnings } = await modelOf({
      openapi: '3.2.0',
      $self: 'https://api.example/v1/openapi',
      info: { title: 'T', version: '1' },
      paths: {},
      components: { schemas },
    });
    expect(warnings).toEqual([]);
    const pet = read.get('Pet');
    const toy = pet?.properties.get('toy') ?? pet?.allOf[0]?.properties.get('toy');
    expect(toy?.const).toBe('ball');
  });
});
