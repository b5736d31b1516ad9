import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { readModel } from '../../../openapi/model/read-model.ts';

/** The model of our own document, as the mock reads it. */
export const readOwnModel = (): Promise<ApiModel> =>
  readModel({ document: packageFile('openapi/generated/openapi.json'), strict: true });
