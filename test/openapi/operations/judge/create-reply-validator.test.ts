import { beforeAll, describe, expect, it } from 'vitest';
import {
  createReplyValidator,
  type ReplyValidator,
} from '../../../../openapi/operations/judge/create-reply-validator.ts';
import { operationOf } from '../../model-of.ts';

let listAnimals: ReplyValidator;
let getAnimal: ReplyValidator;
let setPhoto: ReplyValidator;
beforeAll(async () => {
  listAnimals = createReplyValidator(await operationOf('petstore-3.0.yaml', 'listAnimals'));
  getAnimal = createReplyValidator(await operationOf('petstore-3.0.yaml', 'getAnimal'));
  setPhoto = createReplyValidator(await operationOf('petstore-3.0.yaml', 'setPhoto'));
});

const cat = { id: 1, kind: 'cat', name: 'Minou', lives: 9 };
const xml = { status: 200, headers: {}, mediaType: 'application/xml' };
const json = { headers: { 'x-total': '1' }, mediaType: 'application/json; charset=utf-8' };

describe('a reply that is as documented has no misfits', () => {
  it.each([
    ['an exact status', () => listAnimals({ ...json, status: 200, body: [cat] })],
    [
      'null where 3.0 says nullable',
      () => listAnimals({ ...json, status: 200, body: [{ ...cat, born: null }] }),
    ],
    [
      'a class of statuses',
      () =>
        listAnimals({
          status: 418,
          headers: {},
          mediaType: 'application/problem+json',
          body: { title: 'No' },
        }),
    ],
    [
      'default',
      () =>
        listAnimals({
          status: 503,
          headers: {},
          mediaType: 'application/problem+json',
          body: { title: 'No' },
        }),
    ],
    ['no content', () => setPhoto({ status: 204, headers: {}, mediaType: undefined, body: undefined })],
    ['any body where none is described', () => getAnimal({ ...json, status: 404, body: {} })],
    [
      'XML by its schema',
      () =>
        getAnimal({
          ...xml,
          body: '<Animal><id>1</id><kind>cat</kind><name>7</name><lives>9</lives></Animal>',
        }),
    ],
  ])('%s', (_, misfits) => {
    expect(misfits()).toEqual([]);
  });
});

describe('a misfit is told with its place in the reply and in the document', () => {
  it.each([
    [
      'an undocumented status',
      () => setPhoto({ ...json, status: 200, body: {} }),
      'undocumented-status',
      undefined,
      'Status 200 is not documented for setPhoto, which has 204.',
    ],
    [
      'a missing header',
      () => listAnimals({ ...json, headers: {}, status: 200, body: [] }),
      'missing-header',
      'X-Total',
      'The header X-Total is missing; a 200 always has it.',
    ],
    [
      'a header of another type',
      () => listAnimals({ ...json, headers: { 'X-Total': 'many' }, status: 200, body: [] }),
      'wrong-header',
      'X-Total',
      'The header X-Total must be an integer; it is "many".',
    ],
    [
      'another media type',
      () => getAnimal({ ...json, mediaType: 'text/html', status: 200, body: '' }),
      'undocumented-media-type',
      undefined,
      'The media type text/html is not documented for 200, which has application/json, application/xml.',
    ],
    [
      'no body at all',
      () => getAnimal({ headers: {}, mediaType: undefined, status: 200, body: undefined }),
      'missing-body',
      undefined,
      'A 200 has a body of application/json, application/xml, but this one has no Content-Type.',
    ],
    [
      'a property of another type',
      () => getAnimal({ ...json, status: 200, body: { ...cat, lives: 'nine' } }),
      'wrong-body',
      '/lives',
      '/lives must be an integer from 0 to 9; it is "nine".',
    ],
    [
      'a property of another type in XML',
      () =>
        getAnimal({
          ...xml,
          body: '<Animal><id>1</id><kind>cat</kind><name>a</name><lives>x</lives></Animal>',
        }),
      'wrong-body',
      '/lives',
      '/lives must be an integer from 0 to 9; it is "x".',
    ],
    [
      'XML that is none',
      () => getAnimal({ ...xml, body: '<Animal>\n<id>' }),
      'wrong-body',
      '',
      expect.stringMatching(/^The body is not the XML that is documented: .*\(line 2, column 5\)\.$/),
    ],
    [
      'a missing property',
      () => listAnimals({ ...json, status: 200, body: [{ kind: 'cat', lives: 1, id: 4 }] }),
      'wrong-body',
      '/0/name',
      '/0/name is required: it must be text of at least 1 character.',
    ],
  ])('%s', (_, misfits, code, name, message) => {
    expect(misfits()).toMatchObject([
      { code, name, message, location: { pointer: expect.stringMatching(/^\//) } },
    ]);
  });

  it('a property that only the service writes is required of a reply', () => {
    const { id: _, ...withoutId } = cat;
    expect(getAnimal({ ...json, status: 200, body: withoutId })).toMatchObject([{ name: '/id' }]);
  });
});

it('does not call a number that is too large null', () => {
  const [misfit] = listAnimals({ ...json, status: 200, body: [{ ...cat, name: JSON.parse('1e400') }] });
  expect(misfit?.message).toMatch(/it is a number beyond all that can be read\.$/);
});
