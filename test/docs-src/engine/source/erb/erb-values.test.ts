import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createErbValues } from '../../../../../docs-src/engine/source/erb/erb-values.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'data-'));
mkdirSync(path.join(folder, 'data/deep'), { recursive: true });
writeFileSync(
  path.join(folder, 'data/site.yml'),
  'name: Shop\nyear: 2020\nopen: true\nurls:\n  api: a.b\nlist: [1]\n',
);
writeFileSync(path.join(folder, 'data/deep/more.json'), '{"title": "More"}');
const values = createErbValues(folder, new Map([['base_url', 'https://a.b']]));

test.each([
  ['base_url', 'https://a.b'],
  ['config[:base_url]', 'https://a.b'],
  ['config["base_url"]', 'https://a.b'],
  ['app.config.base_url', 'https://a.b'],
  ['data.site.name', 'Shop'],
  ["data.site['year']", '2020'],
  ['data[:site][:open]', 'true'],
  ['data.site.urls.api', 'a.b'],
  ['data.deep.more.title', 'More'],
  ['data.site.gone', undefined],
  ['data.site.list', undefined],
  ['data.site.urls', undefined],
  ['data.site', undefined],
  ['data', undefined],
  ['data.gone.name', undefined],
  ['config[:gone]', undefined],
  ['name', undefined],
  ['base_url + "/x"', undefined],
  ['data.site.name.upcase', undefined],
  ['ENV["A"]', undefined],
])('a template’s %s is %s', (expression, want) => {
  expect(values(expression)).toBe(want);
});
