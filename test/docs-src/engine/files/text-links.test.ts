import { describe, expect, it } from 'vitest';
import { createTextLinks } from '../../../../docs-src/engine/files/text-links.ts';
import { renderText } from '../../../../docs-src/engine/markdown/document-text.ts';
import { createSite } from '../../../../docs-src/engine/pages/site.ts';
import { modelOf } from '../../../openapi/model-of.ts';
import { siteInput } from '../../toy-site.ts';

const responses = { 200: { description: 'ok' } };

async function linksOf(parts: object, more: object = {}) {
  const document = { openapi: '3.1.0', info: { title: 'Test', version: '1' }, paths: {}, ...parts };
  const site = createSite(siteInput({ model: await modelOf(document), ...more }));
  return createTextLinks(site, 'api.yaml');
}

describe('a link in a text of the document', () => {
  const parts = {
    info: { title: 'Test', version: '1', description: '# First part\n\nx\n\n## Élan vital\n\ny' },
    tags: [{ name: 'my_pets', 'x-displayName': 'All pets' }],
    paths: {
      '/pets/{id}': { get: { operationId: 'getPet', summary: 'Get a pet', tags: ['my_pets'], responses } },
    },
    components: {
      schemas: { Pet: { type: 'object' } },
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X' } },
    },
  };
  const assets = { assets: new Map([['guide.pdf', '']]) };
  it.each([
    ['#operation/getPet', '#get-a-pet', '../operations/getPet.html'],
    ['#tag/my_pets/operation/getPet', '#get-a-pet', '../operations/getPet.html'],
    ['#/my_pets/getPet', '#get-a-pet', '../operations/getPet.html'],
    ['#/paths/~1pets~1{id}/get', '#get-a-pet', '../operations/getPet.html'],
    ['#getPet', '#get-a-pet', '../operations/getPet.html'],
    ['#get-a-pet', '#get-a-pet', '../operations/getPet.html'],
    ['#tag/my_pets', '#all-pets', '../index.html#all-pets'],
    ['#tag/My-pets', '#all-pets', '../index.html#all-pets'],
    ['#tag/All-pets', '#all-pets', '../index.html#all-pets'],
    ['#section/First-part', '#first-part', '../index.html#first-part'],
    ['#section/First part/Élan vital', '#elan-vital', '../index.html#elan-vital'],
    ['#section/First-part/Gone', '#first-part', '../index.html#first-part'],
    ['#%C3%A9lan-vital', '#elan-vital', '../index.html#elan-vital'],
    ['#/components/schemas/Pet', 'schemas/Pet.html', '../schemas/Pet.html'],
    ['#schema/Pet', 'schemas/Pet.html', '../schemas/Pet.html'],
    ['#section/Authentication/key', '#security-key', '../index.html#security-key'],
    ['guide.pdf', 'guide.pdf', '../guide.pdf'],
    ['./guide.pdf#page=2', 'guide.pdf#page=2', '../guide.pdf#page=2'],
    ['index.html', 'index.html', '../index.html'],
  ])('%s leads to %s, from a page below to %s', async (href, want, fromBelow) => {
    const { withLinks, faults } = await linksOf(parts, assets);
    const html = renderText(`[*it*](<${href}>)`);
    const link = (to: string) => `<p><a href="${to}"><em>it</em></a></p>`;
    expect(faults).toEqual([]);
    expect(withLinks(html, 'index.html')).toBe(link(want));
    expect(withLinks(html, 'elsewhere/x.html')).toBe(link(fromBelow));
  });

  it.each([
    '#operation/gone',
    '#tag/gone',
    '#/components/schemas/Gone',
    'gone.html',
    '/abs',
    '?a=1',
    '#',
    'data:x',
    'javascript:x',
  ])('%s leads nowhere: its text stays, and its address is named', async (href) => {
    const { withLinks, faults } = await linksOf({
      ...parts,
      'x-tagGroups': [],
      tags: [{ name: 'x', description: `[it](${href})` }],
    });
    expect(withLinks(renderText(`[*it*](${href})`), 'index.html')).toBe('<p><em>it</em></p>');
    expect(faults.map(({ message }) => message.split('"')[1])).toEqual([href]);
  });

  it('leads to the schemas at the end where all is on one page', async () => {
    const { withLinks } = await linksOf(parts, { isOnePage: true });
    expect(withLinks(renderText('[x](#/components/schemas/Pet)'), 'index.html')).toContain(
      'href="#schema-Pet"',
    );
  });
});

it('names links that lead nowhere by where they stand', async () => {
  const responses = {
    200: { description: '[a](#a)', headers: { X: { description: '[b](#b)', schema: {} } } },
  };
  const { faults } = await linksOf({
    info: { title: 'Test', version: '1', description: 'See [x](#tag/Gone), [y][z].\n\n[z]: guide.md' },
    tags: [{ name: 'Pets', description: '[list](#operation/List)' }],
    paths: { '/a': { get: { operationId: 'list', summary: '[s](s)', description: '[d](/d)', responses } } },
    components: { schemas: { S: { properties: { p: { description: '<a href="#p">p</a>' } } } } },
  });
  expect(faults.map(({ message, location }) => `${location.pointer} ${message.split('"')[1]}`)).toEqual([
    '/info/description #tag/Gone',
    '/info/description guide.md',
    '/tags/0/description #operation/List',
    '/paths/~1a/get/summary s',
    '/paths/~1a/get/description /d',
    '/paths/~1a/get/responses/200/description #a',
    '/paths/~1a/get/responses/200/headers/X/description #b',
    '/components/schemas/S/properties/p/description #p',
  ]);
  expect(faults[0]?.location.file).toBe('api.yaml');
});

it.each(['[x](https://a.example) and [y](mailto:a@b.example)', '`[x](#y)`', 'list[0] (see below)'])(
  'has nothing against %s',
  async (description) => {
    expect((await linksOf({ info: { title: 'Test', version: '1', description } })).faults).toEqual([]);
  },
);
