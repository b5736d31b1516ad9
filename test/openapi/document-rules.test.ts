import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { everySchema, everyShownValue, undescribedKeys } from './document/walk-model.ts';

/** Rules that our document keeps about itself, whatever the API is. */
const model = await readModel({ document: packageFile('openapi/document/openapi.yaml'), strict: true });
const parameters = model.operations.flatMap((operation) =>
  operation.parameters.map((parameter) => ({
    where: `${operation.operationId} ${parameter.name}`,
    parameter,
  })),
);
const responses = model.operations.flatMap((operation) =>
  operation.responses.map((response) => ({ where: `${operation.operationId} ${response.status}`, response })),
);
// From the bundle: also those of the responses that no operation answers.
const bundle = JSON.parse(readFileSync(packageFile('openapi/generated/openapi.json'), 'utf8'));
const headers = Object.entries<{ description?: string; example?: unknown; examples?: unknown }>(
  bundle.components.headers,
);
const schemas = everySchema(model);

describe('in words', () => {
  test('describes every operation, with a summary for menus', () => {
    const silent = model.operations.filter((operation) => !operation.summary || !operation.description);
    expect(silent.map((operation) => operation.operationId)).toEqual([]);
  });

  test('describes every parameter', () => {
    expect(parameters.filter(({ parameter }) => !parameter.description).map(({ where }) => where)).toEqual(
      [],
    );
  });

  test('describes every response header', () => {
    expect(headers.filter(([, header]) => !header.description).map(([name]) => name)).toEqual([]);
  });

  test('describes every property', () => {
    const properties = schemas.flatMap(({ where, schema }) =>
      [...schema.properties].map(([name, property]) => ({ where: `${where}.${name}`, property })),
    );
    expect(properties.length).toBeGreaterThan(100);
    expect(properties.filter(({ property }) => !property.description).map(({ where }) => where)).toEqual([]);
  });
});

describe('with values', () => {
  test('shows an example of every parameter', () => {
    const bare = parameters.filter(
      ({ parameter }) => parameter.examples.length + parameter.schema.examples.length === 0,
    );
    expect(bare.map(({ where }) => where)).toEqual([]);
  });

  test('shows an example of every response header', () => {
    expect(
      headers
        .filter(([, header]) => header.example === undefined && header.examples === undefined)
        .map(([name]) => name),
    ).toEqual([]);
  });

  test('shows an example of every response', () => {
    const bare = responses.filter(({ response }) =>
      response.contents.every((it) => it.examples.length === 0),
    );
    expect(bare.map(({ where }) => where)).toEqual([]);
  });

  test('says how small every number can be', () => {
    const numbers = schemas.filter(({ schema }) =>
      schema.types.some((type) => ['integer', 'number'].includes(type)),
    );
    const unbounded = numbers.filter(
      ({ schema }) => schema.enum === undefined && schema.constraints.minimum === undefined,
    );
    expect(unbounded.map(({ where }) => where)).toEqual([]);
  });

  const ajv = formats.default(new Ajv2020({ allErrors: true, strict: false }));
  const shown = everyShownValue(model);

  test('shows no value that breaks its schema', () => {
    const misfits = shown.filter(({ schema, value }) => !ajv.compile(schema.jsonSchema)(value));
    expect(shown.length).toBeGreaterThan(200);
    expect(misfits.map(({ where }) => where)).toEqual([]);
  });

  test('shows no key that its schema does not describe', () => {
    expect(shown.flatMap(({ where, schema, value }) => undescribedKeys(schema, value, where))).toEqual([]);
  });
});
