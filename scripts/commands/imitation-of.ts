import type { MockServerOptions } from '../../mock/server.ts';
import { pathHere } from './path-here.ts';
import type { OptionsOf } from './settings/create-command.ts';
import { loadModule } from './settings/load-module.ts';

type Imitation = Pick<
  MockServerOptions,
  'document' | 'plans' | 'overlays' | 'keys' | 'errors' | 'handlers' | 'scenarios'
>;

/** What a mock is told of the API that it imitates; another `version` of a module of handlers is read anew. */
export async function imitationOf(
  document: string | undefined,
  options: Pick<OptionsOf<'mock'>, 'plans' | 'overlay' | 'keys' | 'errors' | 'handlers' | 'scenarios'>,
  version = 0,
): Promise<Imitation> {
  const { plans, overlay: overlays, keys, errors, handlers, scenarios } = options;
  const loaded = typeof handlers === 'string' ? await loadHandlers(handlers, version) : handlers;
  // What handlers and scenarios hold is checked where the mock starts.
  return {
    document,
    plans,
    overlays,
    keys,
    errors,
    scenarios: scenarios as Imitation['scenarios'],
    handlers: loaded as Imitation['handlers'],
  };
}

/** Functions by operationId: what a module exports by default, else its exports by their names. */
async function loadHandlers(file: string, version: number): Promise<Readonly<Record<string, unknown>>> {
  const { default: whole, ...named } = await loadModule(file, pathHere(file), version);
  return typeof whole === 'object' && whole !== null ? { ...named, ...whole } : named;
}
