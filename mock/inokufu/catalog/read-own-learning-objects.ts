import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { nodeOfJsonSchema } from '../../../openapi/model/schema/node-of-json-schema.ts';
import { OptionError } from '../../engine/option-error.ts';
import type { FixtureFormat } from './fixture-format.ts';
import { facetsSchema } from './fixture-schemas.ts';
import { anyOrigin, schemaOf } from './fixture-source.ts';
import { jsonLines } from './json-lines.ts';
import type { LearningObject, LearningObjectRecord } from './learning-object.ts';
import { readChecked } from './read-checked.ts';
import { withOrigin } from './with-origin.ts';

const schemaName = 'LearningObject';

/**
 * Reads somebody's own learning objects, from a name that ends in `.csv` as CSV, else one JSON object a line: what the API
 * shows of each, `lang`, `type` and `bloom` among it, and beside it what else finds and sorts it (facets). Throws a
 * `FixtureError` for the first line that does not fit, an OptionError for a file without any.
 */
export async function readOwnLearningObjects(
  file: string,
  model: ApiModel,
): Promise<readonly LearningObjectRecord[]> {
  const shownNames = new Set(model.schemas.get(schemaName)?.properties.keys());
  const partOf = (line: object, isShown: boolean) =>
    Object.fromEntries(Object.entries(line).filter(([name]) => shownNames.has(name) === isShown));
  // Every line fits the document's schema before it is used as one.
  const shownOf = (line: object) => partOf(line, true) as unknown as LearningObject;
  const facetsOf = (line: object) => {
    const found = Object.entries(line).filter(([name]) => ['lang', 'type', 'bloom'].includes(name));
    return { ...Object.fromEntries(found), keywords: [], ...partOf(line, false) };
  };
  const format = await formatOf(file, model);
  const lines = readChecked<object>(
    file,
    [
      {
        pointer: '',
        schema: schemaOf(model, schemaName),
        read: (line) => (isObject(line) ? withOrigin(shownOf(line), anyOrigin) : line),
      },
      { pointer: '', schema: facetsSchema, read: (line) => (isObject(line) ? facetsOf(line) : line) },
    ],
    format,
  );
  if (lines.length === 0) throw new OptionError(`${file} has no learning object. ${format.advice}`);
  return lines.map((line) => ({
    public: shownOf(line),
    facets: facetsOf(line) as unknown as LearningObjectRecord['facets'],
  }));
}

async function formatOf(file: string, model: ApiModel): Promise<FixtureFormat> {
  if (!/\.csv$/i.test(file))
    return jsonLines(
      'Each line is a learning object as the API shows it, a JSON object with lang, type and bloom.',
    );
  // Most mocks need no CSV.
  const { csvOf } = await import('./csv.ts');
  const shown = schemaOf(model, schemaName);
  const root = isObject(shown) ? shown : {};
  const properties = { ...propertiesOf(root), ...propertiesOf(facetsSchema) };
  return csvOf(
    nodeOfJsonSchema({ type: 'object', properties }, root),
    'The first line names the columns, and each record after it is a learning object with lang, type and bloom; commas stand between cells.',
  );
}

function propertiesOf({ properties }: Readonly<Record<string, unknown>>) {
  return isObject(properties) ? properties : {};
}
