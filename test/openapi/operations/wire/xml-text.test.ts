import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../openapi/model/api-model.ts';
import { generateValue } from '../../../../openapi/operations/values/generate-value.ts';
import { readXml } from '../../../../openapi/operations/wire/read-xml.ts';
import { xmlText } from '../../../../openapi/operations/wire/xml-text.ts';
import { operationOf, schemaOf } from '../../model-of.ts';

const text = { type: 'string' };
const integer = { type: 'integer' };
const list = (items: object, xml?: object) => ({ type: 'array', items, ...(xml && { xml }) });
const schemaWith = (properties: object, xml?: object) =>
  schemaOf({ type: 'object', xml: { name: 'a', ...xml }, properties, required: Object.keys(properties) });

describe('a value is written as the schema has it, and read as the same value', () => {
  it.each<[string, object, object | undefined, JsonValue, string]>([
    ['elements', { b: integer, c: { type: 'boolean' } }, {}, { b: 1, c: true }, '<a><b>1</b><c>true</c></a>'],
    ['another name', { b: { ...text, xml: { name: 'c' } } }, {}, { b: 'x' }, '<a><c>x</c></a>'],
    ['an attribute', { b: { ...integer, xml: { attribute: true } } }, {}, { b: 1 }, '<a b="1"></a>'],
    [
      'an attribute in the words of 3.2',
      { b: { ...integer, xml: { nodeType: 'attribute' } } },
      {},
      { b: 1 },
      '<a b="1"></a>',
    ],
    [
      'text beside an attribute',
      { b: { ...integer, xml: { nodeType: 'text' } }, c: { ...text, xml: { attribute: true } } },
      {},
      { c: 'x', b: 1 },
      '<a c="x">1</a>',
    ],
    ['a list', { b: list(integer) }, {}, { b: [1, 2] }, '<a><b>1</b><b>2</b></a>'],
    ['a list of one', { b: list(integer) }, {}, { b: [1] }, '<a><b>1</b></a>'],
    ['a list of none', { b: list(integer) }, {}, { b: [] }, '<a></a>'],
    [
      'a list with a name that only its items have',
      { b: list({ ...integer, xml: { name: 'c' } }, { name: 'd' }) },
      {},
      { b: [1] },
      '<a><c>1</c></a>',
    ],
    ['a wrapped list', { b: list(integer, { wrapped: true }) }, {}, { b: [1] }, '<a><b><b>1</b></b></a>'],
    [
      'a wrapped list with names',
      { b: list({ ...integer, xml: { name: 'c' } }, { wrapped: true, name: 'd' }) },
      {},
      { b: [1, 2] },
      '<a><d><c>1</c><c>2</c></d></a>',
    ],
    [
      'a list of none that a part requires',
      { b: { allOf: [{ type: 'object', properties: { c: list(integer) }, required: ['c'] }] } },
      {},
      { b: { c: [] } },
      '<a><b></b></a>',
    ],
    ['a wrapped list of none', { b: list(integer, { wrapped: true }) }, {}, { b: [] }, '<a><b></b></a>'],
    [
      'objects in lists',
      { b: list({ type: 'object', properties: { c: integer } }) },
      {},
      { b: [{ c: 1 }] },
      '<a><b><c>1</c></b></a>',
    ],
    [
      'a prefix',
      { b: integer },
      { prefix: 'p', namespace: 'urn:p' },
      { b: 1 },
      '<p:a xmlns:p="urn:p"><b>1</b></p:a>',
    ],
    [
      'a namespace without one',
      { b: integer },
      { namespace: 'urn:p' },
      { b: 1 },
      '<a xmlns="urn:p"><b>1</b></a>',
    ],
    [
      'a namespace that is declared once',
      { b: { ...integer, xml: { prefix: 'p', namespace: 'urn:p' } } },
      { prefix: 'p', namespace: 'urn:p' },
      { b: 1 },
      '<p:a xmlns:p="urn:p"><p:b>1</p:b></p:a>',
    ],
    [
      'null',
      { b: { type: ['string', 'null'] } },
      {},
      { b: null },
      '<a><b xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></b></a>',
    ],
    ['names that XML has not', { '1 <b>': integer }, {}, { '1 <b>': 1 }, '<a><_1__b_>1</_1__b_></a>'],
    ['what text can’t hold', { b: text }, {}, { b: '<&>\r"' }, '<a><b>&lt;&amp;&gt;&#13;&quot;</b></a>'],
  ])('%s', async (_, properties, xml, value, want) => {
    const schema = await schemaWith(properties, xml);
    expect(xmlText(value, schema)).toBe(want);
    expect(readXml(want, schema)).toEqual({ value });
  });

  it('of any text', async () => {
    const schema = await schemaWith({ b: text, c: { ...text, xml: { attribute: true } } });
    fc.assert(
      fc.property(fc.record({ c: fc.string(), b: fc.string() }), (value) => {
        expect(readXml(xmlText(value, schema), schema)).toEqual({ value });
      }),
    );
  });

  it('of a list alone, and of plain values', async () => {
    for (const [given, value, want] of [
      [
        { ...list({ ...integer, xml: { name: 'b' } }), xml: { name: 'a' } },
        [1, 2],
        '<a><b>1</b><b>2</b></a>',
      ],
      [{ ...integer, xml: { name: 'a' } }, 1, '<a>1</a>'],
      [text, 'x', '<Tested>x</Tested>'],
      [text, '<b><c>1</c></b>', '<b><c>1</c></b>'],
    ] as const) {
      const schema = await schemaOf(given);
      expect([xmlText(value, schema), readXml(want, schema)]).toEqual([want, { value }]);
    }
  });
});

it('a made-up value is what a document of beds shows', async () => {
  const { requestBody } = await operationOf('xml-object.yaml', 'put');
  const schema = requestBody?.contents[0]?.schema;
  expect(schema && xmlText(generateValue(schema), schema)).toBe(
    '<g:bed xmlns:g="urn:g" id="1"><rows><row>r</row></rows></g:bed>',
  );
});

it('reads what others write: other prefixes, white space, elements that nobody documented', async () => {
  const schema = await schemaWith(
    { b: list(integer), c: { type: 'boolean' } },
    { namespace: 'urn:p', prefix: 'p' },
  );
  const sent = `\uFEFF<?xml version="1.0"?>\n<x:a xmlns:x="urn:p">\n <x:b> 1 </x:b><d e="f"><g/></d><c>true</c>\n</x:a>`;
  expect(readXml(sent, schema)).toEqual({ value: { b: [1], d: { e: 'f', g: '' }, c: true } });
});

it.each<[string, string, object]>([
  ['no XML', '<not xml', { fault: 'not-xml', reason: expect.stringMatching(/line 1, column 9/) }],
  [
    'an end that is missing',
    '<a>\n<b>',
    { fault: 'not-xml', reason: expect.stringMatching(/line 2, column 4/) },
  ],
  ['nothing', '', { fault: 'not-xml' }],
  ['an entity that nobody declared', '<a>&b;</a>', { fault: 'not-xml' }],
  ['another root', '<b/>', { fault: 'other-root', reason: 'the root element must be <a>; it is <b>' }],
  ['more levels than anybody means', '<a>'.repeat(600) + '</a>'.repeat(600), { fault: 'too-deep' }],
  ['more levels than a stack holds', '<a>'.repeat(50_000), { fault: 'too-deep' }],
])('says what is wrong with %s', async (_, sent, want) => {
  expect(readXml(sent, await schemaWith({ b: integer }))).toMatchObject(want);
});
