import { rmSync, writeFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { loadCatalog } from '../../mock/inokufu/catalog/load-catalog.ts';
import { loadLearningObjects } from '../../mock/inokufu/catalog/load-learning-objects.ts';
import {
  digestInputs,
  type Prepared,
  preparedChecksFile,
  preparedFile,
  preparedFolder,
} from '../../mock/inokufu/prepared.ts';
import { storeShelves } from '../../mock/inokufu/prepared-shelves.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { writeChecks } from '../../openapi/model/schema/write-checks.ts';
import { checkedSchemas } from '../../openapi/operations/judge/checked-schemas.ts';

/*
 * A step of `npm run build`: checks document and fixtures, stores the learning objects with their indexes, and compiles the
 * checks of requests and replies, so that a mock need not.
 */
const model = await readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
loadCatalog({ model });
rmSync(preparedFolder, { recursive: true, force: true });
storeShelves(preparedFolder, loadLearningObjects({ model }));
const checks = writeChecks(model.operations.flatMap(checkedSchemas));
const { code } = await transform(checks, {
  minify: true,
  treeShaking: true,
  format: 'cjs',
  platform: 'node',
});
writeFileSync(preparedChecksFile, code);
const prepared: Prepared = { digests: digestInputs() };
writeFileSync(preparedFile, `${JSON.stringify(prepared)}\n`);
