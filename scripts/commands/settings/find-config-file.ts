import { existsSync } from 'node:fs';
import path from 'node:path';

/** Names of configuration files; of two in one folder the first counts. */
const configFileNames = ['yaml', 'yml', 'ts', 'mjs', 'js'].map((type) => `api-kit.config.${type}`);

export function configFileIn(folder: string): string | undefined {
  return configFileNames.map((name) => path.join(folder, name)).find((file) => existsSync(file));
}

/** The configuration of the folder, else of the nearest one above that has any. */
export function findConfigFile(folder: string): string | undefined {
  const above = path.dirname(folder);
  return configFileIn(folder) ?? (above === folder ? undefined : findConfigFile(above));
}
