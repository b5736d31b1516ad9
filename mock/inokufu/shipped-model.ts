import { createRequire } from 'node:module';
import type { ApiModel } from '../../openapi/model/api-model.ts';
import { packageFile } from '../../openapi/model/package-root.ts';
import { readModel } from '../../openapi/model/read-model.ts';
import { usePreparedChecks } from '../../openapi/model/schema/compile-schema.ts';
import { isPrepared, preparedChecksFile } from './prepared.ts';

interface ShippedModel {
  readonly model: ApiModel;
  /** The build has checked document and fixtures as they are. */
  readonly isPrepared: boolean;
}

let shipped: Promise<ShippedModel> | undefined;

/** The package's own document, read once in a process: nothing changes it while one runs. */
export function readShippedModel(): Promise<ShippedModel> {
  shipped ??= read();
  return shipped;
}

async function read(): Promise<ShippedModel> {
  const isChecked = isPrepared();
  if (isChecked) usePreparedChecks(() => createRequire(import.meta.url)(preparedChecksFile));
  const document = packageFile('openapi/generated/openapi.json');
  return { model: await readModel({ document, strict: true, isChecked }), isPrepared: isChecked };
}
