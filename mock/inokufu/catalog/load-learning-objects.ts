import path from 'node:path';
import { isObject } from '../../../openapi/model/is-object.ts';
import { facetsSchema } from './fixture-schemas.ts';
import { anyOrigin, type FixtureSource, fixtureFolder, schemaOf } from './fixture-source.ts';
import type { LearningObjectRecord } from './learning-object.ts';
import { type CheckedPart, readChecked } from './read-checked.ts';
import { withOrigin } from './with-origin.ts';

/** Reads the learning objects and checks each against the document: the first misfit throws `FixtureError`. */
export function loadLearningObjects({
  model,
  folder = fixtureFolder,
}: FixtureSource): readonly LearningObjectRecord[] {
  const partOf = (line: unknown, name: string): unknown => (line as Record<string, unknown> | null)?.[name];
  const shown: CheckedPart = {
    pointer: '/public',
    schema: schemaOf(model, 'LearningObject'),
    read(line) {
      const part = partOf(line, 'public');
      return isObject(part) ? withOrigin(part as unknown as LearningObjectRecord['public'], anyOrigin) : part;
    },
  };
  return readChecked(path.join(folder, 'learning-objects.jsonl'), [
    { pointer: '/facets', schema: facetsSchema, read: (line) => partOf(line, 'facets') },
    shown,
  ]);
}
