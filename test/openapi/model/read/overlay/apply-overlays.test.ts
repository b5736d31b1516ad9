import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { JsonValue } from '../../../../../openapi/model/api-model.ts';
import { DocumentError } from '../../../../../openapi/model/document-error.ts';
import { applyOverlays } from '../../../../../openapi/model/read/overlay/apply-overlays.ts';
import { readModel } from '../../../../../openapi/model/read-model.ts';

const head = 'info: { title: Test, version: "1" }\n';
const overlayOf = (actions: string, version = '1.1.0') => `overlay: ${version}\n${head}actions:\n${actions}`;

async function apply(document: string, ...overlays: readonly string[]) {
  const texts = overlays.map((text, index) => ({ file: `${index + 1}.yaml`, text }));
  return applyOverlays(parse(document) as JsonValue, 'api.yaml', texts); // YAML without tags is JSON
}

describe('an overlay', () => {
  it.each([
    {
      rule: 'merges objects, and adds what is not there',
      given: 'info: { title: A, contact: { name: B } }',
      actions: '- { target: $, update: { info: { title: C, contact: { url: D } }, tags: [{ name: E }] } }',
      want: { info: { title: 'C', contact: { name: 'B', url: 'D' } }, tags: [{ name: 'E' }] },
    },
    {
      rule: 'appends a list to a list',
      given: 'get: { tags: [a, b] }',
      actions: '- { target: $.get, update: { tags: [c] } }',
      want: { get: { tags: ['a', 'b', 'c'] } },
    },
    {
      rule: 'appends an item, and a list, to a selected list',
      given: 'tags: [{ name: a }]',
      actions: '- { target: $.tags, update: { name: b } }\n- { target: $.tags, update: [{ name: c }] }',
      want: { tags: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] },
    },
    {
      rule: 'replaces a text by itself',
      given: 'info: { title: A }',
      actions: '- { target: $.info.title, update: B }',
      want: { info: { title: 'B' } },
    },
    {
      rule: 'changes all that is selected, found by a filter',
      given: 'paths: { /a: { get: { parameters: [{ name: q }, { name: p }] } }, /b: { get: {} } }',
      actions: `- { target: "$.paths.*.get", update: { x-safe: true } }
- { target: "$..parameters[?@.name == 'q']", update: { in: query } }`,
      want: {
        paths: {
          '/a': { get: { parameters: [{ name: 'q', in: 'query' }, { name: 'p' }], 'x-safe': true } },
          '/b': { get: { 'x-safe': true } },
        },
      },
    },
    {
      rule: 'removes members, and items wherever they stand',
      given: 'a: { b: 1, c: 2 }\nlist: [keep, drop, keep, drop]',
      actions: '- { target: $.a.b, remove: true }\n- { target: "$.list[?@ == \'drop\']", remove: true }',
      want: { a: { c: 2 }, list: ['keep', 'keep'] },
    },
    {
      rule: 'removes what stands in what is removed',
      given: 'a: { x: { x: 1 } }',
      actions: '- { target: $..x, remove: true }',
      want: { a: {} },
    },
    {
      rule: 'goes on from what the action before has left',
      given: 'type: [string, "null"]',
      actions: '- { target: $.type, remove: true }\n- { target: $, update: { type: string } }',
      want: { type: 'string' },
    },
    {
      rule: 'copies a value as it is before',
      given: 'paths: { /a: { get: { summary: A } }, /b: { get: { tags: [b] } } }',
      actions: `- { target: "$.paths['/b']", copy: "$.paths['/a']" }\n- { target: $.paths, copy: "$.paths['/a']" }`,
      want: {
        paths: {
          '/a': { get: { summary: 'A' } },
          '/b': { get: { tags: ['b'], summary: 'A' } },
          get: { summary: 'A' },
        },
      },
    },
    {
      rule: 'keeps copies apart',
      given: 'a: { list: [1] }\nb: {}',
      actions:
        '- { target: $.b, copy: $.a }\n- { target: $.b.list, update: 2 }\n- { target: $.a.list, update: 3 }',
      want: { a: { list: [1, 3] }, b: { list: [1, 2] } },
    },
    {
      rule: 'writes a member of any name',
      given: 'a: {}',
      actions: '- { target: $.a, update: { __proto__: { b: 1 }, "a/b~c": 2 } }',
      want: { a: JSON.parse('{ "__proto__": { "b": 1 }, "a/b~c": 2 }') },
    },
    {
      rule: 'replaces and removes what it has written itself',
      given: 'a: {}',
      actions: `- { target: $.a, update: { b: 1, c: 2 } }
- { target: $.a.b, update: 3 }
- { target: $.a.c, remove: true }`,
      want: { a: { b: 3 } },
    },
    {
      rule: 'changes each use of a YAML anchor by itself',
      given: 'a: &one { n: 1 }\nb: *one',
      actions: '- { target: $.a, update: { m: 2 } }',
      want: { a: { n: 1, m: 2 }, b: { n: 1 } },
    },
  ])('$rule', async ({ given, actions, want }) => {
    expect((await apply(given, overlayOf(actions))).root).toEqual(want);
  });

  it('comes after the one that is given before it', async () => {
    const [first, second] = ['B', 'C'].map((title) => overlayOf(`- { target: $.t, update: ${title} }`));
    expect((await apply('t: A', String(first), String(second))).root).toEqual({ t: 'C' });
  });
});

describe('what an overlay has written', () => {
  const actions = `- { target: "$.tags[?@.name == 'a']", remove: true }
- { target: $.tags, update: { name: d } }
- { target: $.info, update: { title: B, contact: { name: C } } }
- { target: $.copied, copy: $.info }`;
  const given = 'info: { title: A, version: "1" }\ntags: [{ name: a }, { name: b }, { name: c }]\ncopied: {}';

  it.each([
    { pointer: '/info/title', want: '1.yaml#/actions/2/update/title' },
    { pointer: '/info/contact/name', want: '1.yaml#/actions/2/update/contact/name' },
    { pointer: '/info/contact/missing', want: '1.yaml#/actions/2/update/contact/missing' },
    { pointer: '/info/version', want: 'api.yaml#/info/version' },
    { pointer: '/info', want: 'api.yaml#/info' },
    { pointer: '/tags/0/name', want: 'api.yaml#/tags/1/name' },
    { pointer: '/tags/1', want: 'api.yaml#/tags/2' },
    { pointer: '/tags/2/name', want: '1.yaml#/actions/1/update/name' },
    { pointer: '/copied/version', want: 'api.yaml#/info/version' },
    { pointer: '/copied/title', want: '1.yaml#/actions/2/update/title' },
    { pointer: '/info/title/none', want: '1.yaml#/actions/2/update/title/none' },
    { pointer: '/nothing/at/all', want: 'api.yaml#/nothing/at/all' },
    { pointer: '', want: 'api.yaml#' },
  ])('has its place there: $pointer', async ({ pointer, want }) => {
    const { placeOf } = await apply(given, overlayOf(actions));
    const { file, pointer: place } = placeOf(pointer);
    expect(`${file}#${place}`).toBe(want);
  });
});

describe('an overlay that can not be applied', () => {
  it.each([
    {
      overlay: 'openapi: 3.1.0',
      want: '1.yaml#: line 1, column 1: this is no Overlay document, which has `overlay: 1.1.0`; it says `openapi`, and is the document itself',
    },
    { overlay: '[]', want: '1.yaml#: line 1, column 1: this is no Overlay document' },
    { overlay: 'a: [', want: '1.yaml#: line 1, column 5: ' },
    {
      overlay: overlayOf('- { target: $, update: {} }', '2.0.0'),
      want: '#/overlay: line 1, column 10: this is Overlay "2.0.0"; versions 1.0 and 1.1 can be applied',
    },
    { overlay: `overlay: 1.0.0\n${head}`, want: '#/actions: line 1, column 1: `actions` is a list' },
    { overlay: overlayOf('- a'), want: '#/actions/0: line 4, column 3: an action is an object' },
    {
      overlay: overlayOf('- { update: {} }'),
      want: "#/actions/0/target: line 4, column 3: a JSONPath is needed here, like `$.paths['/pets'].get`",
    },
    {
      overlay: overlayOf("- target: $.paths['/a'\n  update: {}"),
      want: '#/actions/0/target: line 4, column 11: "$.paths[\'/a\'" is no JSONPath of RFC 9535 at character 13: ',
    },
    {
      overlay: overlayOf('- { target: $, copy: a }'),
      want: '#/actions/0/copy: line 4, column 22: "a" is no JSONPath of RFC 9535 at character 1: ',
    },
    {
      overlay: overlayOf('- { target: $ }'),
      want: 'an action has one of `update`, `copy` and `remove: true`',
    },
    { overlay: overlayOf('- { target: $, remove: yes please }'), want: '`remove` is true or false' },
    { overlay: overlayOf('- { target: $, copy: $.t }', '1.0.0'), want: '`copy` came with Overlay 1.1' },
    {
      overlay: overlayOf('- { target: $, copy: $.* }'),
      want: '#/actions/0/copy: line 4, column 22: `copy` takes a JSONPath that selects one value',
    },
    {
      overlay: overlayOf('- { target: $.l, copy: $.o }\n- { target: $.o, copy: $.l }'),
      want: '#/actions/1/copy: line 5, column 24: an array can not be merged into an object',
    },
    { overlay: overlayOf('- { target: $, remove: true }'), want: 'the document itself has to stay' },
    {
      overlay: overlayOf('- { target: $.*, update: {} }'),
      want: '#/actions/0/target: line 4, column 13: "$.*" selects different things: a value, an array, an object',
    },
    {
      overlay: overlayOf('- { target: $, update: { l: { m: 1 } } }'),
      want: '#/actions/0/update/l: line 4, column 29: an object can not be merged into an array: remove that before',
    },
  ])('is refused: $want', async ({ overlay, want }) => {
    const refusal = apply('t: A\nl: [1]\no: {}', overlay);
    await expect(refusal).rejects.toThrow(DocumentError);
    await expect(refusal).rejects.toThrow(want);
  });
});

describe('what is doubtful in an overlay', () => {
  it.each([
    {
      overlay: overlayOf("- target: $.paths['/pet'].get\n  update: {}"),
      want: [
        '/actions/0/target: line 4, column 11: "$.paths[\'/pet\'].get" selects nothing: "$.paths" is there, and has no "/pet". Did you mean "/pets"?',
      ],
    },
    {
      overlay: overlayOf('- { target: "$.paths[\'/pets\'].get", update: {} }'),
      want: [
        '/actions/0/target: line 4, column 13: "$.paths[\'/pets\'].get" selects nothing: "$.paths[\'/pets\']" is a $ref to pets.yaml, and an overlay changes the root file alone',
      ],
    },
    {
      overlay: overlayOf('- { target: "$.tags[?@.name == \'b\']", remove: true }'),
      want: [
        `/actions/0/target: line 4, column 13: "$.tags[?@.name == 'b']" selects nothing: "$.tags" is there, and has no `,
      ],
    },
    {
      overlay: `extends: https://a.example/other.yaml\n${overlayOf('- { target: $, update: {} }')}`,
      want: [
        '/extends: line 1, column 10: this overlay is written for "https://a.example/other.yaml", and is applied to api.yaml',
      ],
    },
    {
      overlay: overlayOf('- { target: $.nothing.here, update: {} }'),
      want: [
        '/actions/0/target: line 4, column 13: "$.nothing.here" selects nothing: "$" is there, and has no "nothing".',
      ],
    },
    {
      overlay: overlayOf('- { target: "$.paths.*.get", update: {} }'),
      want: [
        '/actions/0/target: line 4, column 13: "$.paths.*.get" selects nothing: "$.paths[*]" is a $ref to pets.yaml',
      ],
    },
    {
      overlay: overlayOf('- { target: $, description: Why., copy: $, x-why: 1 }'),
      want: [],
    },
    {
      overlay: 'overlay: 1.1.0\ninfo: { title: A }\nactions: [{ target: $, update: {} }]',
      want: ["/info: line 2, column 7: an overlay's `info` has a `version`"],
    },
    { overlay: `extends: ../docs/api.yaml?v=1\n${overlayOf('- { target: $, update: {} }')}`, want: [] },
    {
      overlay: overlayOf('- { target: $, udpate: {}, update: {} }'),
      want: [
        '/actions/0/udpate: line 4, column 24: "udpate" is no field of an overlay here. Did you mean "update"?',
      ],
    },
    {
      overlay: 'overlay: 1.1.0\nactions: [{ target: $, update: {} }]',
      want: [
        ": line 1, column 1: an overlay's `info` has a `title`",
        ": line 1, column 1: an overlay's `info` has a `version`",
      ],
    },
    {
      overlay: overlayOf('- { target: $, update: { a: 1, a: 1 } }'),
      want: [': line 4, column 32: the key "a" is there twice in one object; only the last one counts'],
    },
    {
      overlay: overlayOf('- { target: $.tags, remove: true }', '1.0.0'),
      want: [],
    },
    {
      overlay: overlayOf('- { target: $.openapi, update: 3.1.1 }', '1.0.0'),
      want: ['/actions/0: line 4, column 3: Overlay 1.0 changes objects and arrays: write `overlay: 1.1.0`'],
    },
  ])('is told: $want', async ({ overlay, want }) => {
    const document = 'openapi: 3.1.0\ntags: [{ name: a }]\npaths: { /pets: { $ref: pets.yaml } }';
    const { faults } = await apply(document, overlay);
    const told = faults.map(({ message, location }) => `${location.pointer}: ${message}`);
    expect(told).toEqual(want.map((text) => expect.stringContaining(text)));
  });

  it.each([
    { overlay: overlayOf('- { target: $.none, update: {} }'), want: 'changed' },
    { overlay: overlayOf('- { target: $.openapi, update: 3.1.1 }', '1.0.0'), want: 'untidy' },
    { overlay: 'overlay: 1.1.0\ninfo: { title: A }\nactions: [{ target: $, update: {} }]', want: 'untidy' },
  ])('says what comes of it: $want', async ({ overlay, want }) => {
    const { faults } = await apply('openapi: 3.1.0', overlay);
    expect(faults.map(({ effect }) => effect)).toEqual([want]);
  });
});

describe('a document that is read with overlays', () => {
  let folder = '';
  const fileOf = (name: string) => path.join(folder, name);
  const write = (name: string, text: string) => {
    writeFileSync(fileOf(name), text);
    return fileOf(name);
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'overlay-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('has the places, the faults and the files of both', async () => {
    const overlay = write(
      'shop.overlay.yaml',
      overlayOf(`- target: $.paths['/pets'].get
  update:
    summary: Liste
    x-kit-surprise: 1
    parameters: [{ name: top, in: query, schema: { $ref: '#/components/schemas/Lost' } }]
- target: $.tags[?@.name == 'a']
  remove: true
- target: $.paths['/cats'].get
  update: {}`),
    );
    const document = write(
      'shop.yaml',
      `openapi: 3.1.0
info: { title: A, version: "1" }
tags: [{ name: a }, { name: b, description: 5 }]
paths: { /pets: { get: { operationId: list, responses: { "200": { description: OK } } } } }`,
    );
    const model = await readModel({ document, overlays: [overlay], strict: false });
    expect(model.operations[0]).toMatchObject({ operationId: 'list', summary: 'Liste' });
    expect(model.operations[0]?.parameters[0]?.source).toEqual({
      file: overlay,
      pointer: '/actions/0/update/parameters/0',
    });
    expect(model.files).toEqual([document, overlay]);
    const told = model.warnings.map(({ location }) => `${path.basename(location.file)}#${location.pointer}`);
    expect(told.sort()).toEqual([
      'shop.overlay.yaml#/actions/0/update/parameters/0/schema',
      'shop.overlay.yaml#/actions/0/update/x-kit-surprise',
      'shop.overlay.yaml#/actions/2/target',
      'shop.yaml#/tags/1/description',
    ]);
    await expect(readModel({ document, overlays: [overlay], strict: true })).rejects.toThrow(
      'shop.overlay.yaml#/actions/0/update/x-kit-surprise',
    );
  });

  it('is Swagger 2.0 to its overlay, and has places there', async () => {
    const overlay = write(
      'old.overlay.yaml',
      overlayOf('- { target: $.paths.*.get, update: { consumes: [], summary: Liste, x-kit-surprise: 1 } }'),
    );
    const document = write(
      'old.yaml',
      `swagger: "2.0"
info: { title: A, version: "1" }
paths: { /pets: { get: { operationId: list, responses: { "200": { description: OK } } } } }`,
    );
    const { operations, warnings } = await readModel({ document, overlays: [overlay], strict: false });
    expect(operations[0]?.summary).toBe('Liste');
    expect(warnings.map(({ location }) => location)).toContainEqual({
      file: overlay,
      pointer: '/actions/0/update/x-kit-surprise',
    });
  });

  it('refers to other files after its overlay, and takes plans after it', async () => {
    const overlay = write(
      'root.overlay.yaml',
      overlayOf(
        '- { target: $.paths, update: { /pets: { $ref: pets.yaml }, /cats: { $ref: nowhere.yaml } } }',
      ),
    );
    write('pets.yaml', 'get: { operationId: list, responses: { "200": { description: OK } } }');
    const document = write('root.yaml', 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths: {}');
    const plans = { free: { quota: '5/day' } };
    const model = await readModel({ document, overlays: [overlay], plans, strict: false });
    expect(model.operations.map(({ operationId }) => operationId)).toEqual(['list']);
    expect(model.plans?.plans.map(({ id }) => id)).toEqual(['free']);
    expect(model.warnings.map(({ location }) => location)).toContainEqual({
      file: overlay,
      pointer: '/actions/0/update/~1cats',
    });
  });

  it('is refused where an overlay is not there', async () => {
    const document = 'test/documents/lending-library.yaml';
    await expect(readModel({ document, overlays: ['none.yaml'], strict: false })).rejects.toThrow(
      'none.yaml#: there is no file none.yaml',
    );
  });
});
