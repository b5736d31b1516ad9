import { rmSync, writeFileSync } from 'node:fs';
import { loadCatalog } from '../../mock/inokufu/catalog/load-catalog.ts';
import { loadLearningObjects } from '../../mock/inokufu/catalog/load-learning-objects.ts';
import { digestInputs, type Prepared, preparedFile, preparedFolder } from '../../mock/inokufu/prepared.ts';
import { storeShelves } from '../../mock/inokufu/prepared-shelves.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';

/* A step of `npm run build`: checks document and fixtures and stores the learning objects with their indexes, so that a mock need not. */
const model = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
loadCatalog({ model });
rmSync(preparedFolder, { recursive: true, force: true });
storeShelves(preparedFolder, loadLearningObjects({ model }));
const prepared: Prepared = { digests: digestInputs() };
writeFileSync(preparedFile, `${JSON.stringify(prepared)}\n`);
