import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { packageFile } from '../../openapi/model/package-root.ts';
import { pathHere } from './path-here.ts';
import { createCommand, type OptionsOf } from './settings/create-command.ts';
import { StopError } from './stop-error.ts';
import type { BundledDocument } from './types/generate-types.ts';

/** `api-kit types`: what a document says of its operations and schemas, as TypeScript types. */
export function typesCommand(): Command {
  return createCommand({
    name: 'types',
    description:
      "Makes TypeScript types of a document's operations and schemas, for a client or for handlers.",
    run: runTypes,
  });
}

async function runTypes(
  document: string | undefined,
  { out, view, overlay: overlays }: OptionsOf<'types'>,
): Promise<void> {
  const { generateTypes, typeViews, withFilledDefaults } = await loadGenerator();
  const { readModel } = await import('../../openapi/model/read-model.ts');
  const file = document ?? packageFile('openapi/generated/openapi.json');
  const { bundled } = await readModel({ document: file, overlays, strict: false });
  const whole = bundled as unknown as BundledDocument; // a document was read from it
  const shown = view === 'handler' ? withFilledDefaults(whole) : whole;
  const madeBy = { command: 'api-kit types', from: pathHere(file), about: typeViews[view] };
  const types = await generateTypes(shown, madeBy);
  if (out === undefined) process.stdout.write(types);
  else await writeFile(out, types);
}

/** The packages are big, and nobody else needs them: they come with whoever asks for types. */
async function loadGenerator() {
  try {
    const [generate, fill] = await Promise.all([
      import('./types/generate-types.ts'),
      import('./types/with-filled-defaults.ts'),
    ]);
    return { ...generate, ...fill };
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) throw cause;
    const message =
      'Types are made by two packages that are not here: npm install --save-dev openapi-typescript typescript';
    throw new StopError(message, 2, { cause });
  }
}
