import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { renderConfig } from './init/render-config.ts';
import { pathHere } from './path-here.ts';
import { configFileIn } from './settings/find-config-file.ts';
import { StopError } from './stop-error.ts';

const configFile = 'api-kit.config.yaml';
/** Where a document usually is. */
const usualDocuments = ['openapi.yaml', 'openapi.yml', 'openapi.json'];

/** `api-kit init`: a configuration to start from, in the working directory. */
export function initCommand(): Command {
  return new Command('init')
    .description(`Writes ${configFile}, with a comment for each thing that can be said in it.`)
    .argument(
      '[document]',
      `OpenAPI 3.0 to 3.2 or Swagger 2.0 file, or its address (default: ${usualDocuments.join(', ')})`,
    )
    .action(runInit);
}

async function runInit(given: string | undefined): Promise<void> {
  const there = configFileIn(process.cwd());
  if (there !== undefined)
    throw new StopError(`${pathHere(there)} is there already: change it, or move it away.`, 2);
  const document = given ?? usualDocuments.find((name) => existsSync(name));
  const { readModel } = await import('../../openapi/model/read-model.ts');
  const model = document === undefined ? undefined : await readModel({ document, strict: false });
  await writeFile(configFile, renderConfig(document, model), { flag: 'wx' });
  const what = document === undefined ? "without a document: Inokufu's own is served" : `for ${document}`;
  console.log(`${path.resolve(configFile)} is written, ${what}.`);
  console.log('Next: "npx inokufu-api-kit mock". Then take the # from what you want to change.');
}
