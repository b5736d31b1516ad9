import { expect, test } from 'vitest';
import { buildSite } from '../../../docs-src/build-site.ts';
import { createMockServer } from '../../../mock/server.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { checkContract, renderContractReport } from '../contract-testing.ts';

const versions = [
  { name: 'swagger-2.yaml', shown: ['List books', 'novel', 'multipart/form-data', '/v1/books'] },
];

test.each(versions)('the mock of $name holds its contract', async ({ name }) => {
  const document = packageFile(`test/documents/${name}`);
  await using mock = await createMockServer({ document, keys: [{ key: 'reader' }] });
  const report = await checkContract({ document, target: mock.url, key: 'reader' });
  expect(report.verdict, renderContractReport(report)).toBe('held');
});

test.each(versions)('the page of $name has what it says', async ({ name, shown }) => {
  const files = await buildSite({ document: packageFile(`test/documents/${name}`) });
  const page = String(files.get('index.html'));
  for (const text of shown) expect(page).toContain(text);
});
