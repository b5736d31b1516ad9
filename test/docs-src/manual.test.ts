import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type SiteFiles } from '../../docs-src/build-site.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { brokenLinks } from './site-links.ts';

describe('the manual', () => {
  const faults: string[] = [];
  let files: SiteFiles;
  beforeAll(async () => {
    files = await buildSite({
      document: false,
      pages: packageFile('docs-src/manual'),
      onFault: ({ file, line, message }) => faults.push(`${file}:${line}: ${message}`),
    });
  });

  it('is built without a fault, and no link of it is dead', () => {
    expect(faults).toEqual([]);
    expect(brokenLinks(files)).toEqual([]);
  });

  it('has a page for each of its guides, and the code of the small projects on them', () => {
    for (const guide of [
      'mock',
      'your-document',
      'configuration',
      'documentation',
      'from-slate',
      'contract',
      'library',
      'figures',
    ])
      expect(String(files.get('index.html'))).toContain(`href="${guide}.html"`);
    expect(String(files.get('configuration.html'))).toContain('parcels-test-revoked');
    expect(String(files.get('contract.html'))).toContain('checkContract');
    expect(String(files.get('mock.md'))).toContain(
      "import { createMockServer, type MockServer } from 'inokufu-api-kit';",
    );
  });
});
