import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Operation } from '../../../openapi/model/api-model.ts';
import type { Finding } from '../../../openapi/operations/judge/finding.ts';
import { runRedocly } from '../../commands/diff/run-redocly.ts';

/** What the rules take for a fault beside what the schema says is no second opinion. */
const config = JSON.stringify({
  telemetry: 'off',
  rules: {
    'no-invalid-media-type-examples': { severity: 'error', allowAdditionalProperties: true },
    'no-invalid-schema-examples': { severity: 'error', allowAdditionalProperties: true },
  },
});
const mostProblems = '1000000';

/** JSON pointers to what Redocly finds to break a schema in the examples of a document of one file. Throws where it can't read it. */
export async function findBrokenExamples(document: string): Promise<readonly string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'broken-examples-'));
  try {
    await writeFile(path.join(folder, 'redocly.yaml'), config);
    const file = path.resolve(document);
    const { stdout, stderr } = await runRedocly(folder, [
      ...['lint', file, '--format', 'json', '--max-problems', mostProblems],
    ]);
    if (!stdout.startsWith('{')) throw new Error(`Redocly could not read ${document}: ${stderr}${stdout}`);
    const { problems } = JSON.parse(stdout) as LintReport;
    return problems.flatMap(({ location }) => (location[0]?.pointer ?? '').replace(/^#/, '') || []);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What `redocly lint --format json` prints; only what is read here. */
interface LintReport {
  readonly problems: readonly { readonly location: readonly { readonly pointer?: string }[] }[];
}

/** Whether one of them is what our judge found: the same place in an example of the operation, or in that of a property's schema. */
export function isBrokenExample({ name }: Finding, operation: Operation, broken: readonly string[]): boolean {
  const bodies = [
    ...operation.responses,
    ...(operation.requestBody === undefined ? [] : [operation.requestBody]),
  ];
  const sources = bodies.flatMap(({ contents }) => contents.map(({ source }) => `${source.pointer}/example`));
  const own = broken.filter((pointer) => sources.some((source) => pointer.startsWith(source)));
  if (name === undefined) return own.length > 0;
  // Items of a list are looked at by their list's property.
  const [property] = name
    .split('/')
    .filter((token) => !/^\d+$/.test(token))
    .slice(-1);
  const ofSchema = `/properties/${property}/example`;
  return (
    broken.some((pointer) => pointer.includes(ofSchema)) || own.some((pointer) => pointer.endsWith(name))
  );
}
