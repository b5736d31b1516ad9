import { beforeAll, describe, expect, it } from 'vitest';
import type { ApiModel, Operation } from '../../../openapi/model/api-model.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { allOperations } from '../../../openapi/model/schema/all-schemas.ts';
import { found, modelOf } from '../model-of.ts';

const read = (name: string) => readModel({ document: `test/documents/${name}`, strict: false });

describe('readModel of an OpenAPI 3.0 document', () => {
  let model: ApiModel;
  const operation = (id: string): Operation =>
    found(
      model.operations.find((one) => one.operationId === id),
      id,
    );
  beforeAll(async () => {
    model = await read('petstore-3.0.yaml');
  });

  it('has no warnings but what is wrong with it', () => {
    expect(model.warnings.map(({ message }) => message)).toEqual([
      'header parameter "Accept" is not used: OpenAPI has it said elsewhere',
      'the operation needs an `operationId`',
    ]);
  });

  it('gives every operation an id, made of method and path where the document has none', () => {
    const ids = model.operations.map(({ operationId }) => operationId);
    expect(ids).toEqual(['listAnimals', 'addAnimal', 'getAnimal', 'deleteAnimalsById', 'setPhoto']);
  });

  it("puts the variables' defaults into the server's URL and base path", () => {
    expect(model.servers[0]?.defaultUrl).toBe('https://eu.paws.example/v2/');
    expect(model.basePath).toBe('/v2');
    expect(model.servers[0]?.variables.get('region')?.enum).toEqual(['eu', 'us']);
  });

  it('merges path-level parameters: the same name and place is replaced by the operation', () => {
    const parameters = operation('getAnimal').parameters.map(({ name, description }) => [name, description]);
    expect(parameters).toEqual([
      ['id', undefined],
      ['verbose', "Replaces the path's."],
    ]);
  });

  it('ignores header parameters that OpenAPI describes elsewhere', () => {
    expect(operation('getAnimal').parameters.map(({ name }) => name)).not.toContain('Accept');
  });

  it('inherits servers from the path and the document', () => {
    expect(operation('getAnimal').servers[0]?.url).toBe('https://one.paws.example');
    expect(operation('listAnimals').servers).toBe(model.servers);
  });

  it.each([
    ['inherited from the document', 'listAnimals', [['key']]],
    ['alternatives of schemes that are needed together', 'addAnimal', [['key', 'session'], ['oauth']]],
    ['none', 'getAnimal', []],
    ['optional', 'deleteAnimalsById', [[], ['key']]],
  ])('reads security: %s', (_, id, want) => {
    expect(operation(id).security.map((all) => all.map(({ scheme }) => scheme.id))).toEqual(want);
  });

  it('keeps 4XX and default, with what their $ref leads to', () => {
    const responses = operation('listAnimals').responses;
    expect(responses.map(({ status }) => status)).toEqual(['200', '4XX', 'default']);
    expect(responses[2]?.contents[0]?.mediaType).toBe('application/problem+json');
  });

  it('reads examples by name, through $ref, and a single example as one called "example"', () => {
    const contents = operation('listAnimals').responses[0]?.contents[0];
    expect(contents?.examples.map(({ name, summary }) => [name, summary])).toEqual([
      ['two', 'A cat and a dog'],
      ['none', undefined],
    ]);
    expect(operation('addAnimal').requestBody?.contents[0]?.examples[0]).toMatchObject({
      name: 'example',
      value: { kind: 'cat' },
    });
  });

  it('lists tags that only operations name after the declared ones', () => {
    expect(model.tags.map(({ name }) => name)).toEqual(['animals', 'search']);
  });

  it('reads headers, links, encodings and the placeholder of a key', () => {
    expect(operation('listAnimals').responses[0]?.headers[0]).toMatchObject({
      name: 'X-Total',
      isRequired: true,
    });
    expect(operation('addAnimal').responses[0]?.links[0]).toMatchObject({
      name: 'self',
      operationId: 'getAnimal',
    });
    expect(operation('setPhoto').requestBody?.contents[1]?.encoding.get('tags')?.explode).toBe(false);
    expect(model.securitySchemes.get('key')?.placeholder).toBe('YOUR-KEY');
  });

  it('says where each thing stands', () => {
    expect(operation('getAnimal').parameters[0]?.source).toEqual({
      file: 'test/documents/petstore-3.0.yaml',
      pointer: '/paths/~1animals~1{id}/parameters/0',
    });
  });
});

describe('readModel of an OpenAPI 3.1 document', () => {
  it('reads webhooks, callbacks, links and path items by $ref', async () => {
    const model = await read('hooks-3.1.yaml');
    expect(model.warnings).toEqual([]);
    expect(model.webhooks.map(({ path, method }) => [path, method])).toEqual([['stockChanged', 'post']]);
    const addOrder = found(model.operations[0], 'addOrder');
    expect(addOrder).toMatchObject({ operationId: 'addOrder', path: '/orders' });
    expect(addOrder.callbacks[0]).toMatchObject({
      name: 'orderShipped',
      expression: '{$request.body#/notify}',
    });
    expect(addOrder.callbacks[0]?.operations[0]?.responses[0]?.status).toBe('2XX');
    expect(addOrder.responses[0]?.links[0]?.operationRef).toBe('#/paths/~1points/post');
  });

  it.each([
    { what: 'itself', callbacks: { again: { $ref: '#/paths/~1a/post/callbacks/again' } } },
    { what: 'the whole document', callbacks: { $ref: '#' } },
    { what: 'all paths', callbacks: { again: { $ref: '#/paths' } } },
    { what: 'the path it stands in', callbacks: { again: { '{$url}': { $ref: '#/paths/~1a' } } } },
  ])('reads a callback that leads to $what once', async ({ callbacks }) => {
    const post = { operationId: 'a', callbacks, responses: {} };
    const info = { title: 'Test', version: '1' };
    const model = await modelOf({ openapi: '3.1.0', info, paths: { '/a': { post } } });
    expect(allOperations(model).length).toBeLessThan(5);
  });

  it('lets a reference replace summary and description', async () => {
    const model = await read('hooks-3.1.yaml');
    const example = model.operations[1]?.requestBody?.contents[0]?.examples[0];
    expect(example).toMatchObject({ summary: 'Replaced summary', value: [0, 0] });
  });

  it('keeps extensions as they are, and assumptions by their own name', async () => {
    const model = await read('hooks-3.1.yaml');
    expect(model.extensions).toEqual({ 'x-vendor': { kept: true } });
    expect(model.operations[1]?.assumption).toBe('Points have no more than three numbers.');
  });

  it('gives a document without servers one at the root', async () => {
    const model = await read('hooks-3.1.yaml');
    expect([model.servers[0]?.url, model.basePath]).toEqual(['/', '']);
  });
});

describe('readModel of a document in several files', () => {
  it('follows $refs relative to the file they stand in', async () => {
    const model = await read('multi-file/openapi.yaml');
    expect(model.warnings).toEqual([]);
    const getBook = found(model.operations[0], 'getBook');
    expect(getBook.parameters[0]).toMatchObject({
      name: 'isbn',
      source: { file: 'test/documents/multi-file/parameters.yaml', pointer: '/isbn' },
    });
    expect(getBook.responses[0]?.contents[0]?.examples[0]?.summary).toBe('Emma');
  });

  it('names a schema as components do, else after its place in its file', async () => {
    const model = await read('multi-file/openapi.yaml');
    expect([...model.schemas.keys()]).toEqual(['Publication', 'Shelf', 'isbn', 'Author', 'Editor']);
    expect(model.operations[0]?.responses[0]?.contents[0]?.schema?.name).toBe('Publication');
  });

  it('reads x-kit-empty-parameters and the plans that info.x-sla refers to', async () => {
    const model = await read('multi-file/openapi.yaml');
    expect(model.emptyParameters).toBe('absent');
    expect(model.plans?.plans[0]?.limits.quota).toMatchObject({ max: 3, period: 'hour' });
  });

  it('gives the same file by whatever path it is opened', async () => {
    const byAbsolutePath = await readModel({
      document: `${process.cwd()}/test/documents/multi-file/openapi.yaml`,
      strict: true,
    });
    expect(byAbsolutePath.operations[0]?.parameters[0]?.source.file).toBe(
      `${process.cwd()}/test/documents/multi-file/parameters.yaml`,
    );
  });
});

it('follows $refs also where OpenAPI has none: whole operations, maps and texts', async () => {
  const model = await read('split-off.yaml');
  expect(model.warnings).toEqual([]);
  expect(model.tags[0]?.description).toBe('Told elsewhere.');
  const getParts = found(model.operations[0], 'getParts');
  expect(getParts.parameters[0]).toMatchObject({ name: 'size', schema: { types: ['integer'] } });
  expect(getParts.responses[0]?.contents[0]?.examples[0]?.value).toBe(1);
});

it.each(['hooks-3.1.yaml', 'cyclic.yaml', 'plans.yaml', 'styles.yaml', 'multi-file/openapi.yaml'])(
  'reads %s strictly',
  async (document) => {
    const model = await readModel({ document: `test/documents/${document}`, strict: true });
    expect(model.warnings).toEqual([]);
  },
);
