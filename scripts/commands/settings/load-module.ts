import { pathToFileURL } from 'node:url';
import { StopError } from '../stop-error.ts';

/**
 * What a module of the user's exports; another `version` is read anew. Stops with one message where it can't be loaded.
 */
export async function loadModule(
  file: string,
  shown: string,
  version = 0,
): Promise<Readonly<Record<string, unknown>>> {
  const load = /\.[cm]?ts$/.test(file) && !readsTypeScript() ? await typeScriptLoader(shown) : nativeLoader;
  try {
    return await load(file, version);
  } catch (cause) {
    throw new StopError(`${shown} can't be loaded: ${cause instanceof Error ? cause.message : cause}`, 2, {
      cause,
    });
  }
}

type Load = (file: string, version: number) => Promise<Readonly<Record<string, unknown>>>;

/** Node keeps a module for ever, by its address. */
const nativeLoader: Load = (file, version) =>
  import(pathToFileURL(file).href + (version === 0 ? '' : `?version=${version}`));

/** Node has had it on from 22.18 and 23.6. */
function readsTypeScript(): boolean {
  return 'typescript' in process.features && Boolean(process.features.typescript);
}

async function typeScriptLoader(shown: string): Promise<Load> {
  const { createJiti } = await import('jiti').catch((cause: unknown) => {
    const message = `${shown} is TypeScript, which this Node (${process.version}) does not read by itself: npm install --save-dev jiti, or take Node 22.18.`;
    throw new StopError(message, 2, { cause });
  });
  const jiti = createJiti(import.meta.url, { moduleCache: false });
  return (file) => jiti.import(file);
}
