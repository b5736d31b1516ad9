import path from 'node:path';
import type { components } from '../../../openapi/generated/types.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import type { LogoLook } from '../pictures/draw-logo.ts';
import type { SubjectLook } from '../pictures/draw-picture.ts';
import { logoLookSchema, subjectLookSchema } from './fixture-schemas.ts';
import { anyOrigin, type FixtureSource, fixtureFolder, schemaOf } from './fixture-source.ts';
import { type CheckedPart, readChecked } from './read-checked.ts';
import { providerWithOrigin } from './with-origin.ts';

type Schemas = components['schemas'];

/** What the mock knows beside the learning objects: the fixtures, checked. */
export interface Catalog {
  readonly providers: readonly Schemas['Provider'][];
  readonly types: readonly Schemas['TypeEntry'][];
  readonly langs: readonly Schemas['LangEntry'][];
  readonly blooms: readonly Schemas['BloomEntry'][];
  readonly subjectLooks: readonly NamedSubjectLook[];
  readonly logoLooks: readonly NamedLogoLook[];
}

export interface NamedSubjectLook extends SubjectLook {
  readonly id: string;
  readonly name: string;
}

export interface NamedLogoLook extends LogoLook {
  readonly id: string;
}

export interface LoadCatalogOptions extends FixtureSource {
  /** They were checked before, and are not again. */
  readonly isChecked?: boolean;
}

/** Reads these fixture files and checks each line against the document: the first misfit throws `FixtureError`. */
export function loadCatalog({
  model,
  folder = fixtureFolder,
  isChecked = false,
}: LoadCatalogOptions): Catalog {
  const read = <Line>(name: string, part: CheckedPart) =>
    readChecked<Line>(path.join(folder, name), isChecked ? [] : [part]);
  const itself = (schema: CheckedPart['schema']): CheckedPart => ({
    pointer: '',
    schema,
    read: (line) => line,
  });
  const whole = (name: string) => itself(schemaOf(model, name));
  return {
    providers: read('providers.jsonl', {
      ...whole('Provider'),
      read: (line) =>
        isObject(line) && Array.isArray(line.logo)
          ? providerWithOrigin(line as unknown as Schemas['Provider'], anyOrigin)
          : line,
    }),
    types: read('types.jsonl', whole('TypeEntry')),
    langs: read('langs.jsonl', whole('LangEntry')),
    blooms: read('blooms.jsonl', whole('BloomEntry')),
    subjectLooks: read('subject-looks.jsonl', itself(subjectLookSchema)),
    logoLooks: read('logo-looks.jsonl', itself(logoLookSchema)),
  };
}
