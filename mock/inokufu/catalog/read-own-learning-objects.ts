import type { ApiModel } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { OptionError } from '../../engine/option-error.ts';
import { facetsSchema } from './fixture-schemas.ts';
import { anyOrigin, schemaOf } from './fixture-source.ts';
import type { LearningObject, LearningObjectRecord } from './learning-object.ts';
import { readChecked } from './read-checked.ts';
import { withOrigin } from './with-origin.ts';

const schemaName = 'LearningObject';

/**
 * Reads somebody's own learning objects, one JSON object a line: what the API shows of each, `lang`, `type` and `bloom`
 * among it, and beside it what else finds and sorts it (facets). Throws a `FixtureError` for the first line that does
 * not fit, an OptionError for a file without any.
 */
export function readOwnLearningObjects(file: string, model: ApiModel): readonly LearningObjectRecord[] {
  const shownNames = new Set(model.schemas.get(schemaName)?.properties.keys());
  const partOf = (line: object, isShown: boolean) =>
    Object.fromEntries(Object.entries(line).filter(([name]) => shownNames.has(name) === isShown));
  // Every line fits the document's schema before it is used as one.
  const shownOf = (line: object) => partOf(line, true) as unknown as LearningObject;
  const facetsOf = (line: object) => {
    const found = Object.entries(line).filter(([name]) => ['lang', 'type', 'bloom'].includes(name));
    return { ...Object.fromEntries(found), keywords: [], ...partOf(line, false) };
  };
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
    'Each line is a learning object as the API shows it, with lang, type and bloom.',
  );
  if (lines.length === 0)
    throw new OptionError(`${file} has no learning object: write one JSON object a line.`);
  return lines.map((line) => ({
    public: shownOf(line),
    facets: facetsOf(line) as unknown as LearningObjectRecord['facets'],
  }));
}
