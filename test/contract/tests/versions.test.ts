import { expect, test } from 'vitest';
import { buildSite } from '../../../docs-src/build-site.ts';
import { unescapeHtml } from '../../../docs-src/engine/markdown/escape-html.ts';
import { createMockServer } from '../../../mock/server.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { checkContract, renderContractReport } from '../contract-testing.ts';

const versions = [
  { name: 'swagger-2.yaml', shown: ['List books', 'novel', 'multipart/form-data', '/v1/books'] },
  {
    name: 'openapi-3.2.yaml',
    shown: [
      'Find books',
      'All about books',
      'curl --request QUERY',
      'curl --request COPY',
      'event: lent\ndata: Moby Dick\n\n',
    ],
  },
];

test.each(versions)('the mock of $name holds its contract', async ({ name }) => {
  const document = packageFile(`test/documents/${name}`);
  await using mock = await createMockServer({ document, keys: [{ key: 'reader' }] });
  const report = await checkContract({ document, target: mock.url, key: 'reader' });
  expect(report.verdict, renderContractReport(report)).toBe('held');
});

test.each(versions)('the page of $name has what it says', async ({ name, shown }) => {
  const files = await buildSite({ document: packageFile(`test/documents/${name}`) });
  const page = unescapeHtml(String(files.get('index.html')).replace(/<[^>]*>/g, ''));
  for (const text of shown) expect(page).toContain(text);
});
