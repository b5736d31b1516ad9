import type { JsonObject } from '../../../openapi/model/api-model.ts';
import { compileSchema } from '../../../openapi/model/schema/compile-schema.ts';
import { FixtureError, fixtureAdvice, readJsonLines } from './read-json-lines.ts';

/** One part of a line that has a schema, and how to get at it. */
export interface CheckedPart {
  readonly pointer: string;
  readonly schema: JsonObject | boolean;
  read(line: unknown): unknown;
}

/** Reads a fixture file, one JSON value a line, each part held against its schema: the first misfit throws `FixtureError`. */
export function readChecked<Line>(
  file: string,
  parts: readonly CheckedPart[],
  advice = fixtureAdvice,
): Line[] {
  const lines = readJsonLines(file, advice);
  const checks = parts.map((part) => ({ ...part, check: compileSchema(part.schema) }));
  lines.forEach((line, index) => {
    for (const { check, pointer, read } of checks) {
      if (check(read(line))) continue;
      const [error] = check.errors ?? [];
      const unknown = error?.params.additionalProperty;
      throw new FixtureError(
        file,
        index + 1,
        pointer + (error?.instancePath ?? ''),
        `${error?.message ?? 'does not fit'}${unknown === undefined ? '' : `: ${unknown}`}`,
        advice,
      );
    }
  });
  return lines as Line[]; // the document's schema has just said so, and the types come from the same document
}
