import path from 'node:path';
import type { components } from '../../../openapi/generated/types.ts';
import type { ApiModel, JsonObject } from '../../../openapi/model/api-model.ts';
import { isObject } from '../../../openapi/model/is-object.ts';
import { packageFile } from '../../../openapi/model/package-root.ts';
import { compileSchema } from '../../../openapi/model/schema/compile-schema.ts';
import type { LogoLook } from '../pictures/draw-logo.ts';
import type { SubjectLook } from '../pictures/draw-picture.ts';
import { facetsSchema, logoLookSchema, subjectLookSchema } from './fixture-schemas.ts';
import type { LearningObjectRecord } from './learning-object.ts';
import { FixtureError, readJsonLines } from './read-json-lines.ts';
import { providerWithOrigin, withOrigin } from './with-origin.ts';

type Schemas = components['schemas'];

/** All that the mock knows: the fixtures, checked. */
export interface Catalog {
  readonly learningObjects: readonly LearningObjectRecord[];
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

export interface LoadCatalogOptions {
  readonly model: ApiModel;
  /** Folder of the .jsonl files. */
  readonly folder?: string;
  /** They were checked before, and are not again. */
  readonly isChecked?: boolean;
}

/** URLs of pictures are completed per request; any origin does for the check. */
const anyOrigin = 'http://127.0.0.1';

/** One part of a line that has a schema, and how to get at it. */
interface CheckedPart {
  readonly pointer: string;
  readonly schema: JsonObject | boolean;
  read(line: unknown): unknown;
}

function readChecked<Line>(file: string, parts: readonly CheckedPart[]): Line[] {
  const lines = readJsonLines(file);
  const checks = parts.map((part) => ({ ...part, check: compileSchema(part.schema) }));
  lines.forEach((line, index) => {
    for (const { check, pointer, read } of checks) {
      if (check(read(line))) continue;
      const [error] = check.errors ?? [];
      throw new FixtureError(
        file,
        index + 1,
        pointer + (error?.instancePath ?? ''),
        error?.message ?? 'does not fit',
      );
    }
  });
  return lines as Line[]; // the document's schema has just said so, and the types come from the same document
}

/** Reads every fixture file and checks each line against the document: the first misfit throws `FixtureError`. */
export function loadCatalog({
  model,
  folder = packageFile('mock/inokufu/fixtures'),
  isChecked = false,
}: LoadCatalogOptions): Catalog {
  const file = (name: string) => path.join(folder, name);
  const read = <Line>(name: string, parts: readonly CheckedPart[]) =>
    readChecked<Line>(file(name), isChecked ? [] : parts);
  function schemaOf(name: string): JsonObject | boolean {
    const schema = model.schemas.get(name);
    if (!schema) throw new Error(`The fixtures need components.schemas.${name}, and the document has none.`);
    return schema.jsonSchema;
  }
  const whole = (name: string): CheckedPart => ({
    pointer: '',
    schema: schemaOf(name),
    read: (line) => line,
  });
  const part = (line: unknown, name: string): unknown => (line as Record<string, unknown> | null)?.[name];

  return {
    learningObjects: read('learning-objects.jsonl', [
      { pointer: '/facets', schema: facetsSchema, read: (line) => part(line, 'facets') },
      {
        pointer: '/public',
        schema: schemaOf('LearningObject'),
        read: (line) => {
          const shown = part(line, 'public');
          return isObject(shown)
            ? withOrigin(shown as unknown as LearningObjectRecord['public'], anyOrigin)
            : shown;
        },
      },
    ]),
    providers: read('providers.jsonl', [
      {
        ...whole('Provider'),
        read: (line) =>
          isObject(line) && Array.isArray(part(line, 'logo'))
            ? providerWithOrigin(line as unknown as Schemas['Provider'], anyOrigin)
            : line,
      },
    ]),
    types: read('types.jsonl', [whole('TypeEntry')]),
    langs: read('langs.jsonl', [whole('LangEntry')]),
    blooms: read('blooms.jsonl', [whole('BloomEntry')]),
    subjectLooks: read('subject-looks.jsonl', [{ pointer: '', schema: subjectLookSchema, read: asItIs }]),
    logoLooks: read('logo-looks.jsonl', [{ pointer: '', schema: logoLookSchema, read: asItIs }]),
  };
}

const asItIs = (line: unknown): unknown => line;
