import { expect, it } from 'vitest';
import { allowNullForAjv } from '../../../../openapi/operations/judge/allow-null-for-ajv.ts';

const nothingElse = { type: 'string', nullable: true, enum: [null] };

it.each([
  ['beside a type', { type: 'string', nullable: true }, { type: 'string', nullable: true }],
  [
    'beside a composition',
    { nullable: true, allOf: [{ nullable: false, minimum: 1 }] },
    { anyOf: [{ allOf: [{ minimum: 1 }] }, nothingElse] },
  ],
  ['alone', { nullable: true }, { anyOf: [{}, nothingElse] }],
  ['that is false', { nullable: false, enum: ['a'] }, { enum: ['a'] }],
  ['beside a $ref', { nullable: true, $ref: '#/a' }, { $ref: '#/a' }],
  [
    'of a property with that name, and in an example',
    { properties: { nullable: { type: 'boolean' } }, example: { nullable: true } },
    { properties: { nullable: { type: 'boolean' } }, example: { nullable: true } },
  ],
])('writes nullable %s', (_, schema, want) => {
  const document = { components: { schemas: { Tested: structuredClone(schema) } } };
  allowNullForAjv(document);
  expect(document.components.schemas.Tested).toEqual(want);
});
