import { expect, it } from 'vitest';
import { buildSite } from '../../docs-src/build-site.ts';
import { packageFile } from '../../openapi/model/package-root.ts';

async function pageOf(document: string): Promise<string> {
  const files = await buildSite({
    document: packageFile(`test/documents/${document}.yaml`),
    tryItServers: ['/'],
  });
  return String(files.get('index.html'));
}

it('gives parameters of one name in several places ids of their own', async () => {
  const ids = [...(await pageOf('same-name')).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids.filter((id) => id?.includes('parameter-id'))).toHaveLength(2);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

it('says a rule at the parameter of the query alone', async () => {
  expect((await pageOf('same-name')).match(/not above/g)).toHaveLength(1);
});

it('asks once for a key that is a parameter, too', async () => {
  const page = await pageOf('keys-as-parameters');
  const form = /data-credentials="[^"]*token.*?<\/form>/s.exec(page)?.[0] ?? '';
  expect([...form.matchAll(/data-name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'id',
    'X-KEY',
    'fields',
  ]);
});
