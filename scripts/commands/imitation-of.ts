import type { MockServerOptions } from '../../mock/server.ts';
import { pathHere } from './path-here.ts';
import type { OptionsOf } from './settings/create-command.ts';
import { loadModule } from './settings/load-module.ts';

type Imitation = Pick<MockServerOptions, 'document' | 'plans' | 'keys' | 'errors' | 'handlers' | 'scenarios'>;
type Handlers = NonNullable<MockServerOptions['handlers']>;
type Scenarios = NonNullable<MockServerOptions['scenarios']>;

/** What a mock is told of the API that it imitates; another `version` of a module of handlers is read anew. */
export async function imitationOf(
  document: string | undefined,
  {
    plans,
    keys,
    errors,
    handlers,
    scenarios,
  }: Pick<OptionsOf<'mock'>, 'plans' | 'keys' | 'errors' | 'handlers' | 'scenarios'>,
  version = 0,
): Promise<Imitation> {
  const loaded = typeof handlers === 'string' ? await loadHandlers(handlers, version) : handlers;
  return {
    ...(document === undefined ? {} : { document }),
    ...(plans === undefined ? {} : { plans }),
    ...(keys === undefined ? {} : { keys }),
    ...(errors === undefined ? {} : { errors }),
    // What these hold is checked where the mock starts.
    ...(scenarios === undefined ? {} : { scenarios: scenarios as Scenarios }),
    ...(loaded === undefined ? {} : { handlers: loaded as Handlers }),
  };
}

/** Functions by operationId: what a module exports by default, else its exports by their names. */
async function loadHandlers(file: string, version: number): Promise<Readonly<Record<string, unknown>>> {
  const { default: whole, ...named } = await loadModule(file, pathHere(file), version);
  return typeof whole === 'object' && whole !== null ? { ...named, ...whole } : named;
}
