import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathHere } from '../path-here.ts';
import { StopError } from '../stop-error.ts';

/** Names of configuration files. */
const configFileNames = ['yaml', 'yml', 'ts', 'mjs', 'js'].map((type) => `api-kit.config.${type}`);

/** The configuration of one folder. Throws a StopError where there are several, which would hide each other. */
export function configFileIn(folder: string): string | undefined {
  const [found, other] = configFileNames.map((name) => path.join(folder, name)).filter(existsSync);
  if (found === undefined || other === undefined) return found;
  throw new StopError(
    `${pathHere(found)} and ${path.basename(other)} are both there: keep one, or name one with --config.`,
    2,
  );
}

/** The configuration of the folder, else of the nearest one above that has any. */
export function findConfigFile(folder: string): string | undefined {
  const above = path.dirname(folder);
  return configFileIn(folder) ?? (above === folder ? undefined : findConfigFile(above));
}
