import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalog } from '../../mock/inokufu/catalog/load-catalog.ts';
import { digestOfInputs, type Prepared, preparedIndexFile } from '../../mock/inokufu/prepared.ts';
import { storeTextIndex } from '../../mock/inokufu/search/text-index.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';

/* A step of `npm run build`: checks document and fixtures and stores the text indexes, so that a mock need not. */
const folder = packageFile('dist/mock/inokufu/prepared');
const model = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
const { learningObjects } = loadCatalog({ model });
mkdirSync(folder, { recursive: true });
for (const lang of ['en', 'fr'] as const) {
  const ofLang = learningObjects.filter(({ facets }) => facets.lang === lang);
  writeFileSync(preparedIndexFile(folder, lang), storeTextIndex(ofLang, lang));
}
const prepared: Prepared = { digest: digestOfInputs() };
writeFileSync(path.join(folder, 'prepared.json'), `${JSON.stringify(prepared)}\n`);
