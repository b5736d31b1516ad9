import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ReadConfig, readConfig } from '../../config/read-config.ts';
import { pathHere } from '../path-here.ts';
import { StopError } from '../stop-error.ts';
import { loadModule } from './load-module.ts';

let readings = 0;

/** Reads a configuration as it is by then: a module by its default export, anything else as YAML or JSON. */
export async function readConfigFile(file: string): Promise<ReadConfig> {
  const whole = path.resolve(file);
  const shown = pathHere(whole);
  if (!/\.[cm]?[jt]s$/.test(whole)) return readConfig(await parsed(whole, shown), whole, shown);
  const { default: config } = await loadModule(whole, shown, readings);
  readings += 1;
  if (config === undefined)
    throw new StopError(`${shown} has no default export: write "export default defineConfig({ … })".`, 2);
  return readConfig(config, whole, shown);
}

async function parsed(file: string, shown: string): Promise<unknown> {
  // YAML is read by those alone who have some.
  const { parseFile } = await import('../../../openapi/model/read/parse-file.ts');
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const message = `${shown} can't be read: ${cause instanceof Error ? cause.message : cause}`;
    throw new StopError(message, 2, { cause });
  });
  const { value, faults } = await parseFile(file, text);
  if (faults.length === 0) return value;
  throw new StopError(faults.map(({ message }) => `${shown}, ${message}`).join('\n'), 2);
}
