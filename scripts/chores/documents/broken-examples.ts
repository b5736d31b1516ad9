import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Operation } from '../../../openapi/model/api-model.ts';
import { jsonText } from '../../../openapi/model/json-text.ts';
import { allowNullForAjv } from '../../../openapi/operations/judge/allow-null-for-ajv.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import { redoclyProblems } from '../redocly-problems.ts';

/** What the rules take for a fault beside what the schema says is no second opinion. */
const config = JSON.stringify({
  telemetry: 'off',
  rules: {
    'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: true },
    'no-invalid-schema-examples': { severity: 'error', allowAdditionalProperties: true },
  },
});

/** JSON pointers to what Redocly finds to break a schema in the examples of a document. Throws where it can't read it. */
export async function findBrokenExamples(document: object): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'broken-examples-'));
  try {
    await writeFile(path.join(folder, 'redocly.yaml'), config);
    const file = path.join(folder, 'document.json');
    const copy = structuredClone(document);
    allowNullForAjv(copy);
    await writeFile(file, jsonText(copy));
    const problems = await redoclyProblems(folder, file);
    return problems.flatMap(({ location }) => (location[0]?.pointer ?? '').replace(/^#/, '') || []);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Whether one of them is what our judge found: the same place in an example of the operation, or in that of a property's schema. */
export function isBrokenExample({ name }: Finding, operation: Operation, broken: readonly string[]): boolean {
  const bodies = [
    ...operation.responses,
    ...(operation.requestBody === undefined ? [] : [operation.requestBody]),
  ];
  const contents = bodies.flatMap((body) => body.contents);
  const sources = contents.flatMap(({ source, examples }) => [
    `${source.pointer}/example`,
    ...examples.map((example) => `${example.source.pointer}/value`),
  ]);
  const own = broken.filter((pointer) => sources.some((source) => pointer.startsWith(source)));
  if (name === undefined) return own.length > 0;
  // What is missing is told of the object that lacks it.
  const places = [name, path.posix.dirname(name).replace(/^\/$/, '')];
  // Items of a list are looked at by their list's property.
  const [property] = name
    .split('/')
    .filter((token) => !/^\d+$/.test(token))
    .slice(-1);
  const ofSchema = `/properties/${property}/example`;
  return (
    own.some((pointer) =>
      places.some(
        (place) =>
          /\/(example|value)$/.test(pointer.slice(0, pointer.length - place.length)) &&
          pointer.endsWith(place),
      ),
    ) || broken.some((pointer) => pointer.includes(ofSchema))
  );
}
