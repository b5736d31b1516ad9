import type { JsonObject } from '../../../openapi/model/api-model.ts';
import { compileSchema } from '../../../openapi/model/schema/compile-schema.ts';
import { explainErrors } from '../../../openapi/operations/judge/explain-errors.ts';
import { FixtureError, type FixtureFormat } from './fixture-format.ts';
import { jsonLines } from './json-lines.ts';

/** One part of a line that has a schema, and how to get at it. */
export interface CheckedPart {
  readonly pointer: string;
  readonly schema: JsonObject | boolean;
  read(line: unknown): unknown;
}

/** The files of this package, which a command makes. */
const ownFormat = jsonLines('Correct the words it was made from and run `npm run fixtures`.');

/** Reads a fixture file, each part of a line held against its schema: the first misfit throws `FixtureError`. */
export function readChecked<Line>(
  file: string,
  parts: readonly CheckedPart[],
  format: FixtureFormat = ownFormat,
): Line[] {
  const checks = parts.map((part) => ({ ...part, check: compileSchema(part.schema) }));
  return format.read(file).map(({ line, value }) => {
    for (const { check, pointer, read, schema } of checks) {
      if (check(read(value))) continue;
      const [misfit] = explainErrors(check.errors ?? [], schema);
      const place = format.placeOf(pointer + (misfit?.pointer ?? ''));
      throw new FixtureError(`${file}:${line}${place}`, misfit?.predicate ?? 'does not fit', format.advice);
    }
    return value as Line; // the document's schema has just said so, and the types come from the same document
  });
}
