import { describe, expect, it } from 'vitest';
import type { JsonValue, Parameter } from '../../../../openapi/model/api-model.ts';
import {
  encodeParameter,
  serialiseParameter,
} from '../../../../openapi/operations/wire/serialise-parameter.ts';
import { found, modelOf } from '../../model-of.ts';

/** A parameter called `color` (`color` and `id` are the names that the specification's own table uses). */
async function parameterWith(members: object): Promise<Parameter> {
  const parameter = { name: 'color', in: 'query', schema: {}, required: true, ...members };
  const operation = { operationId: 'test', parameters: [parameter], responses: {} };
  const model = await modelOf({ openapi: '3.1.0', info: {}, paths: { '/{color}': { get: operation } } });
  return found(model.operations[0]?.parameters[0], 'color');
}

const text = (pairs: readonly { name: string; value: string }[]) =>
  pairs.map(({ name, value }) => `${name}=${value}`).join('&');
const list = ['blue', 'black', 'brown'];
const record = { R: 100, G: 200, B: 150 };

describe('styles, as the table of the Parameter Object has them', () => {
  it.each<[string, string, string, boolean, JsonValue, string]>([
    ['matrix', 'path', 'matrix', false, 'blue', 'color=;color=blue'],
    ['matrix empty', 'path', 'matrix', false, '', 'color=;color'],
    [
      'matrix list with an empty item',
      'path',
      'matrix',
      true,
      ['a', '', 'b'],
      'color=;color=a;color;color=b',
    ],
    ['matrix record with an empty value', 'path', 'matrix', true, { R: '', G: 1 }, 'color=;R;G=1'],
    ['matrix list', 'path', 'matrix', false, list, 'color=;color=blue,black,brown'],
    ['matrix record', 'path', 'matrix', false, record, 'color=;color=R,100,G,200,B,150'],
    ['matrix list exploded', 'path', 'matrix', true, list, 'color=;color=blue;color=black;color=brown'],
    ['matrix record exploded', 'path', 'matrix', true, record, 'color=;R=100;G=200;B=150'],
    ['label', 'path', 'label', false, 'blue', 'color=.blue'],
    ['label list', 'path', 'label', false, list, 'color=.blue,black,brown'],
    ['label list exploded', 'path', 'label', true, list, 'color=.blue.black.brown'],
    ['label record exploded', 'path', 'label', true, record, 'color=.R=100.G=200.B=150'],
    ['simple', 'path', 'simple', false, 'blue', 'color=blue'],
    ['simple list', 'path', 'simple', false, list, 'color=blue,black,brown'],
    ['simple record', 'path', 'simple', false, record, 'color=R,100,G,200,B,150'],
    ['simple record exploded', 'path', 'simple', true, record, 'color=R=100,G=200,B=150'],
    ['form', 'query', 'form', true, 'blue', 'color=blue'],
    ['form list', 'query', 'form', false, list, 'color=blue,black,brown'],
    ['form list exploded', 'query', 'form', true, list, 'color=blue&color=black&color=brown'],
    ['form record', 'query', 'form', false, record, 'color=R,100,G,200,B,150'],
    ['form record exploded', 'query', 'form', true, record, 'R=100&G=200&B=150'],
    ['form empty list', 'query', 'form', false, [], ''],
    ['spaceDelimited list', 'query', 'spaceDelimited', false, list, 'color=blue black brown'],
    ['pipeDelimited list', 'query', 'pipeDelimited', false, list, 'color=blue|black|brown'],
    ['deepObject record', 'query', 'deepObject', true, record, 'color[R]=100&color[G]=200&color[B]=150'],
    [
      'deepObject with objects in a list',
      'query',
      'deepObject',
      true,
      { a: [{ b: 1 }, { b: 2 }] },
      'color[a][0][b]=1&color[a][1][b]=2',
    ],
    ['deepObject nested', 'query', 'deepObject', true, { a: { b: [1, 2] } }, 'color[a][b]=1&color[a][b]=2'],
    ['header list', 'header', 'simple', false, list, 'color=blue,black,brown'],
    ['cookie', 'cookie', 'form', true, 5, 'color=5'],
  ])('%s', async (_, location, style, explode, value, want) => {
    const parameter = await parameterWith({ in: location, style, explode });
    expect(text(serialiseParameter(parameter, value))).toBe(want);
  });

  it('writes a content parameter as JSON', async () => {
    const parameter = await parameterWith({ schema: undefined, content: { 'application/json': {} } });
    expect(text(serialiseParameter(parameter, { a: [1] }))).toBe('color={"a":[1]}');
  });
});

describe('encoding', () => {
  it.each<[string, object, JsonValue, string]>([
    ['what a URL cannot hold', {}, 'a&b=c d/é', 'color=a%26b%3Dc%20d%2F%C3%A9'],
    ['items, not the delimiter between them', { explode: false }, ['a,b', 'c'], 'color=a%2Cb,c'],
    ['spaces between items', { style: 'spaceDelimited', explode: false }, ['a', 'b'], 'color=a%20b'],
    ['brackets of deep names', { style: 'deepObject' }, { a: 1 }, 'color%5Ba%5D=1'],
    ['half a surrogate pair as a replacement', {}, 'a\uD800', 'color=a%EF%BF%BD'],
    [
      'reserved characters not, where they are allowed',
      { allowReserved: true },
      'a/b?c=d&e',
      'color=a/b?c%3Dd%26e',
    ],
    ['headers not at all', { in: 'header' }, 'a b%', 'color=a b%'],
  ])('%s', async (_, members, value, want) => {
    expect(text(encodeParameter(await parameterWith(members), value))).toBe(want);
  });
});
