import type { ApiModel, JsonObject } from '../../../openapi/model/api-model.ts';
import { DocumentError } from '../../../openapi/model/document-error.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';

/** Where fixtures are read from, and the document that they must fit. */
export interface FixtureSource {
  readonly model: ApiModel;
  /** Folder of the .jsonl files. Default: the package's own. */
  readonly folder?: string;
}

export const fixtureFolder = packageFile('mock/inokufu/fixtures');

/** URLs of pictures are completed per request; any origin does for the check. */
export const anyOrigin = 'http://127.0.0.1';

/** The JSON Schema that a fixture must fit. DocumentError where the document has none of that name. */
export function schemaOf(model: ApiModel, name: string): JsonObject | boolean {
  const schema = model.schemas.get(name);
  if (schema !== undefined) return schema.jsonSchema;
  const location = { file: model.files[0] ?? '', pointer: '/components/schemas' };
  throw new DocumentError([
    { message: `The fixtures need "${name}", and the document, or an overlay, has taken it away.`, location },
  ]);
}
