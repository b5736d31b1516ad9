import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSite, type SiteFiles } from '../../docs-src/build-site.ts';
import { createMockServer, type MockServer } from '../../mock/server.ts';

/** Our own documentation site in a folder, served by a mock on a free port, as `npm start` has it. */
export interface ServedSite {
  readonly files: SiteFiles;
  readonly folder: string;
  readonly mock: MockServer;
  close(): Promise<void>;
}

export async function serveSite(): Promise<ServedSite> {
  const tryItServers = ['/learningobject/v2'];
  const files = await buildSite({ tryItServers, translations: { fr: 'fr/' } });
  const inFrench = await buildSite({ tryItServers, locale: 'fr', translations: { en: '../' } });
  const folder = mkdtempSync(path.join(tmpdir(), 'kit-site-'));
  const ofBoth = [...files, ...[...inFrench].map(([name, content]) => [`fr/${name}`, content] as const)];
  for (const [name, content] of ofBoth) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const mock = await createMockServer({ siteDirectory: folder });
  return {
    files,
    folder,
    mock,
    close: async () => {
      await mock.close();
      rmSync(folder, { recursive: true });
    },
  };
}
