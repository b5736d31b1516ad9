import { readdirSync, readFileSync } from 'node:fs';
import { packageFile } from '../../openapi/model/package-root.ts';
import type { Scenario } from '../engine/admin/scenario.ts';

let scenarios: Promise<Readonly<Record<string, Scenario>>> | undefined;

/** Each file of scenarios/, by its name; read when they are first asked for. A test plays every one. */
export function inokufuScenarios(): Promise<Readonly<Record<string, Scenario>>> {
  scenarios ??= readScenarios(packageFile('mock/inokufu/scenarios'));
  return scenarios;
}

async function readScenarios(folder: string): Promise<Readonly<Record<string, Scenario>>> {
  const { parse } = await import('yaml');
  const files = readdirSync(folder).map((file) => {
    const scenario: Scenario = parse(readFileSync(`${folder}/${file}`, 'utf8'));
    return [file.replace(/\.yaml$/, ''), scenario] as const;
  });
  return Object.fromEntries(files);
}
