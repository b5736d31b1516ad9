import { expect, it } from 'vitest';
import { findTextLinks } from '../../../../docs-src/engine/files/text-links.ts';
import { modelOf } from '../../../openapi/model-of.ts';

it('names links in texts of the document that the site shows as text, by where they stand', async () => {
  const responses = {
    200: { description: '[a](#a)', headers: { X: { description: '[b](#b)', schema: {} } } },
  };
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'Test', version: '1', description: 'See [x](#tag/Pets), [y][z].\n\n[z]: guide.md' },
    tags: [{ name: 'Pets', description: '[list](#operation/list)' }],
    paths: { '/a': { get: { operationId: 'list', summary: '[s](s)', description: '[d](/d)', responses } } },
    components: { schemas: { S: { properties: { p: { description: '[p](#p)' } } } } },
  });
  const faults = findTextLinks(model, 'api.yaml');
  expect(faults.map(({ message, location }) => `${location.pointer} ${message.split('"')[1]}`)).toEqual([
    '/info/description guide.md',
    '/info/description #tag/Pets',
    '/tags/0/description #operation/list',
    '/paths/~1a/get/summary s',
    '/paths/~1a/get/description /d',
    '/paths/~1a/get/responses/200/description #a',
    '/paths/~1a/get/responses/200/headers/X/description #b',
    '/components/schemas/S/properties/p/description #p',
  ]);
  expect(faults[0]?.location.file).toBe('api.yaml');
});

it.each([
  '[x](https://a.example) and [y](mailto:a@b.example)',
  '`[x](#y)`',
  'list[0] (see below)',
  '<a href="#x">x</a>',
])('has nothing against %s', async (description) => {
  const model = await modelOf({
    openapi: '3.1.0',
    info: { title: 'Test', version: '1', description },
    paths: {},
  });
  expect(findTextLinks(model, 'api.yaml')).toEqual([]);
});
