import { describe, expect, it } from 'vitest';
import { DocumentError, formatFault } from '../../../openapi/model/document-error.ts';
import { readModel } from '../../../openapi/model/read-model.ts';
import { modelOf } from '../model-of.ts';

const folder = 'test/documents/broken';

async function faultsOf(name: string, strict = true): Promise<readonly string[]> {
  const error: unknown = await readModel({ document: `${folder}/${name}`, strict }).catch((reason) => reason);
  if (!(error instanceof DocumentError)) throw new Error(`${name} was read without a DocumentError.`);
  return error.faults.map((fault) => formatFault(fault).replace(`${folder}/${name}`, ''));
}

describe('a document with nothing to serve is refused, even leniently', () => {
  it.each([
    [
      'not-yaml.yaml',
      '#: line 3, column 1: Flow map in block collection must be sufficiently indented and end with a }',
    ],
    ['not-json.json', '#: line 2, column 2: Missing , between flow map items'],
    ['swagger-1.yaml', '#: this is Swagger "1.2"; Swagger 2.0 and OpenAPI 3.0 to 3.2 can be read'],
    ['a-list.yaml', '#: this is not an OpenAPI document: it needs to be an object with `openapi: 3.1.0`'],
    ['no-version.yaml', '#: this is not an OpenAPI document: it has no field `openapi`'],
    ['future.yaml', '#: this is OpenAPI 4.0.0; versions 3.0 to 3.2 can be read'],
    ['nowhere.yaml', `#: there is no file ${folder}/nowhere.yaml`],
  ])('%s', async (name, fault) => {
    expect(await faultsOf(name, false)).toEqual([fault]);
  });
});

describe('a strict reading tells every fault with file and pointer', () => {
  it('of references', async () => {
    await expect((await faultsOf('references.yaml')).join('\n')).toMatchFileSnapshot(
      '../../golden/document-faults/references.txt',
    );
  });
  it('of operations', async () => {
    await expect((await faultsOf('operations.yaml')).join('\n')).toMatchFileSnapshot(
      '../../golden/document-faults/operations.txt',
    );
  });
  it('of values', async () => {
    await expect((await faultsOf('values.yaml')).join('\n')).toMatchFileSnapshot(
      '../../golden/document-faults/values.txt',
    );
  });
  it('of an empty document', async () => {
    expect(await faultsOf('empty.yaml')).toEqual([
      '#/info: the document needs an `info` object with title and version',
    ]);
  });
});

describe('a lenient reading keeps what is whole', () => {
  it('of an operation whose references are broken', async () => {
    const model = await readModel({ document: `${folder}/references.yaml`, strict: false });
    expect(model.warnings.length).toBeGreaterThan(5);
    const [whole] = model.operations;
    expect(whole?.parameters.map(({ name }) => name)).toEqual(['kept']);
    expect(whole?.parameters[0]?.schema.isAnything).toBe(true);
    expect(whole?.responses.map(({ status }) => status)).toEqual(['200', '404', '500']);
    expect(whole?.security).toEqual([]);
  });

  it('of operations that contradict themselves', async () => {
    const model = await readModel({ document: `${folder}/operations.yaml`, strict: false });
    expect(model.operations.map(({ operationId, path }) => `${operationId} ${path}`)).toEqual([
      'same /a/{id}',
      'stray /a/{id}',
      'same2 /a/{name}',
      'getNoSlash /no-slash',
    ]);
    const stray = model.operations[1];
    expect(stray?.parameters.map(({ name }) => name)).toEqual(['id', 'q', 'styled']);
    expect(stray?.parameterRules).toEqual([]);
  });

  it('and names what a strict one refuses: schemas, examples, extensions', async () => {
    const { warnings } = await readModel({ document: `${folder}/values.yaml`, strict: false });
    const named = warnings.map(({ message }) => message).join('\n');
    expect(named).toContain('"strong" is no `type` of JSON');
    expect(named).toContain('example "wrong" does not fit its schema: /name must be string');
    expect(named).toContain('the default does not fit its schema');
    expect(named).toContain('"x-kit-typo" is unknown');
  });
});

describe('knows where each x-kit- extension belongs', () => {
  const document = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {} };
  it.each([
    [
      'a text where a list belongs',
      { paths: { '/a': { get: { operationId: 'a', responses: {}, 'x-kit-parameter-rules': 'none' } } } },
    ],
    ['an unknown name', { 'x-kit-assumptions': 'Nobody reads this.' }],
    ['a plan’s word at the root', { 'x-kit-hidden': true }],
    ['an empty assumption', { 'x-kit-assumption': '' }],
  ])('refuses %s', async (_, members) => {
    await expect(modelOf({ ...document, ...members }, { strict: true })).rejects.toThrow('x-kit-');
  });

  it.each([
    [
      'a property of that name',
      { components: { schemas: { A: { type: 'object', properties: { 'x-kit-odd': {} } } } } },
    ],
    ['inside an example', { components: { examples: { a: { value: { 'x-kit-odd': 1 } } } } }],
    ["inside another vendor's extension", { 'x-other': { 'x-kit-odd': 1 } }],
  ])('leaves alone %s', async (_, members) => {
    await expect(modelOf({ ...document, ...members }, { strict: true })).resolves.toBeDefined();
  });
});
