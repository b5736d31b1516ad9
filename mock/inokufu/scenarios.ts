import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { packageFile } from '../../openapi/model/package-root.ts';
import type { Scenario } from '../engine/admin/scenario.ts';

let scenarios: Readonly<Record<string, Scenario>> | undefined;

/** Each file of scenarios/, by its name; read when they are first asked for. A test plays every one. */
export function inokufuScenarios(): Readonly<Record<string, Scenario>> {
  const folder = packageFile('mock/inokufu/scenarios');
  scenarios ??= Object.fromEntries(
    readdirSync(folder).map((file) => [
      file.replace(/\.yaml$/, ''),
      parse(readFileSync(`${folder}/${file}`, 'utf8')) as Scenario,
    ]),
  );
  return scenarios;
}
